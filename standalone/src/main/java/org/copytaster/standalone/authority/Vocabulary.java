package org.copytaster.standalone.authority;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.copytaster.tagging.entity.NameKey;
import org.copytaster.tagging.entity.link.AuthorityEntry;
import org.copytaster.tagging.text.Table;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.rio.RDFHandlerException;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.Rio;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;
import org.eclipse.rdf4j.rio.helpers.JSONLDSettings;
import org.eclipse.rdf4j.rio.helpers.XMLParserSettings;

/** The concepts of a SKOS vocabulary, and of others that name things in a like way. */
final class Vocabulary {

  /** By IRI, so that the same vocabulary always gives the same list. */
  private final Map<String, Concept> concepts = new TreeMap<>();

  /** Ids by the beginning of an IRI. */
  private final Map<String, String> schemes = new HashMap<>();

  private Vocabulary() {
    for (var row : Table.read(Vocabulary.class, "schemes.tsv").rows()) {
      schemes.put(row.get(0), row.get(1));
    }
  }

  /**
   * Entries for a list.
   *
   * @param leftOut how many concepts there were besides, by the reason
   */
  record Entries(List<AuthorityEntry> taken, Map<String, Integer> leftOut) {}

  /**
   * Reads a file and nothing else: what it refers to elsewhere is not fetched.
   *
   * @throws IOException if it cannot be read; it names the file, and the line where that is known
   */
  static Vocabulary read(Path file, Syntax syntax) throws IOException {
    var vocabulary = new Vocabulary();
    var parser = Rio.createParser(syntax.format());
    parser.set(XMLParserSettings.EXTERNAL_GENERAL_ENTITIES, false);
    parser.set(XMLParserSettings.EXTERNAL_PARAMETER_ENTITIES, false);
    parser.set(XMLParserSettings.LOAD_EXTERNAL_DTD, false);
    parser.set(JSONLDSettings.SECURE_MODE, true);
    parser.set(JSONLDSettings.WHITELIST, Set.of());
    parser.setRDFHandler(vocabulary.new Reader());
    try (var stream = new BufferedInputStream(Files.newInputStream(file))) {
      parser.parse(stream, file.toUri().toString());
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + file, e);
    } catch (RDFParseException e) {
      var line = e.getLineNumber() > 0 ? " line " + e.getLineNumber() : "";
      throw new IOException(
          file + line + " is no " + syntax.format().getName() + ": " + e.getMessage(), e);
    } catch (RDFHandlerException e) {
      throw new IOException(file + " cannot be read: " + e.getMessage(), e);
    }
    return vocabulary;
  }

  /** Sorts what is said of each thing by the table of properties. */
  private final class Reader extends AbstractRDFHandler {

    private final Map<String, String> meanings = new HashMap<>();

    private Reader() {
      for (var row : Table.read(Vocabulary.class, "properties.tsv").rows()) {
        meanings.put(row.get(0), row.get(1));
      }
    }

    @Override
    public void handleStatement(Statement statement) {
      var meaning = meanings.get(statement.getPredicate().stringValue());
      if (meaning == null || !(statement.getSubject() instanceof IRI subject)) {
        return;
      }
      var concept = concepts.computeIfAbsent(subject.stringValue(), iri -> new Concept());
      var value = statement.getObject();
      if (value instanceof Literal literal) {
        add(concept, meaning, literal);
      } else if (meaning.equals("class")) {
        concept.addClass(value.stringValue());
      }
    }

    private static void add(Concept concept, String meaning, Literal literal) {
      switch (meaning) {
        case "name" -> concept.addName(literal);
        case "alias" -> concept.addAlias(literal);
        case "description" -> concept.addDescription(literal);
        case "deprecated" -> {
          if (literal.getLabel().equals("true") || literal.getLabel().equals("1")) {
            concept.deprecate();
          }
        }
        default -> concept.addClass(literal.getLabel());
      }
    }
  }

  /** The concepts that have a name in a language and a type. */
  Entries entries(String language, TypeGuess types) {
    var taken = new ArrayList<AuthorityEntry>();
    var leftOut = new TreeMap<String, Integer>();
    concepts.forEach(
        (iri, concept) -> {
          var name = concept.name(language);
          var type = types.of(concept.classes());
          if (!concept.named()) {
            return; // a scheme, a collection, or a thing that is only referred to
          }
          if (concept.deprecated()) {
            leftOut.merge("that are deprecated", 1, Integer::sum);
          } else if (name == null || NameKey.of(name).isEmpty()) {
            leftOut.merge("without a name in " + language, 1, Integer::sum);
          } else if (type == null) {
            leftOut.merge("whose type nothing tells; say --type or --map", 1, Integer::sum);
          } else {
            taken.add(
                new AuthorityEntry(
                    id(iri),
                    type,
                    name,
                    aliases(concept, language, name),
                    concept.description(language)));
          }
        });
    return new Entries(taken, leftOut);
  }

  private static List<String> aliases(Concept concept, String language, String name) {
    return concept.aliases(language, name).stream()
        .filter(alias -> !NameKey.of(alias).isEmpty())
        .toList();
  }

  /** wikidata:Q90 for the IRI of Wikidata; what nobody has shortened stays an IRI. */
  private String id(String iri) {
    for (var scheme : schemes.entrySet()) {
      if (iri.startsWith(scheme.getKey()) && iri.length() > scheme.getKey().length()) {
        var code = iri.substring(scheme.getKey().length());
        return scheme.getValue()
            + ":"
            + (code.endsWith("/") ? code.substring(0, code.length() - 1) : code);
      }
    }
    return iri.replaceAll("\\s", "%20");
  }
}
