package org.copytaster.standalone.authority;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.rdf4j.model.Literal;
import org.jspecify.annotations.Nullable;

/** What a vocabulary says of one thing. */
final class Concept {

  private final List<Literal> names = new ArrayList<>();
  private final List<Literal> aliases = new ArrayList<>();
  private final List<Literal> descriptions = new ArrayList<>();
  private final Set<String> classes = new TreeSet<>();
  private boolean deprecated;

  void addName(Literal name) {
    names.add(name);
  }

  void addAlias(Literal alias) {
    aliases.add(alias);
  }

  void addDescription(Literal description) {
    descriptions.add(description);
  }

  void addClass(String iri) {
    classes.add(iri);
  }

  void deprecate() {
    deprecated = true;
  }

  boolean deprecated() {
    return deprecated;
  }

  Set<String> classes() {
    return classes;
  }

  /** Whether it has a name in any language. */
  boolean named() {
    return !names.isEmpty();
  }

  /** The name in a language, else one without a language, or null. */
  @Nullable String name(String language) {
    return first(names, language);
  }

  /** Other names in the language or without one, each once. */
  List<String> aliases(String language, String name) {
    var found = new LinkedHashSet<String>();
    for (var list : List.of(names, aliases)) {
      for (var each : list) {
        if (speaks(each, language) || each.getLanguage().isEmpty()) {
          found.add(each.getLabel().strip());
        }
      }
    }
    found.remove(name);
    found.remove("");
    return List.copyOf(found);
  }

  String description(String language) {
    var description = first(descriptions, language);
    return description == null ? "" : description;
  }

  private static @Nullable String first(List<Literal> literals, String language) {
    Literal plain = null;
    Literal regional = null;
    for (var literal : literals) {
      var tag = literal.getLanguage().orElse("");
      if (tag.equalsIgnoreCase(language)) {
        return literal.getLabel().strip();
      }
      regional = regional == null && speaks(literal, language) ? literal : regional;
      plain = plain == null && tag.isEmpty() ? literal : plain;
    }
    var best = regional == null ? plain : regional;
    return best == null ? null : best.getLabel().strip();
  }

  /** en-GB is en. */
  private static boolean speaks(Literal literal, String language) {
    var tag = literal.getLanguage().orElse("").toLowerCase(Locale.ROOT);
    var wanted = language.toLowerCase(Locale.ROOT);
    return tag.equals(wanted) || tag.startsWith(wanted + "-");
  }
}
