package org.copytaster.formats.newsml;

import static org.copytaster.formats.markup.XmlTree.at;
import static org.copytaster.formats.markup.XmlTree.attribute;
import static org.copytaster.formats.markup.XmlTree.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.copytaster.formats.copy.Draft;
import org.copytaster.formats.markup.Markup;
import org.copytaster.formats.markup.XmlTree;
import org.copytaster.schemas.record.Signal;
import org.copytaster.schemas.record.Subject;
import org.jsoup.nodes.Element;

/** The news lines and the metadata of a component, and of those around it where it has none. */
final class NewsMl1Lines {

  private static final String NAME = "FormalName";
  private static final Pattern IPTC_CODE = Pattern.compile("\\d{8}");

  private final Draft draft;

  /** The component and those around it, from the inside out. */
  private final List<Element> around = new ArrayList<>();

  private final Map<String, String> names;

  NewsMl1Lines(Draft draft, Element item, Element component) {
    this.draft = draft;
    for (var e = component; e != null && !e.equals(item); e = e.parent()) {
      around.add(e);
    }
    this.names = names(item);
  }

  void read() {
    draft.headline(String.join(" ", line("HeadLine")));
    draft.byline(String.join(", ", line("ByLine")));
    draft.dateline(String.join(" ", line("DateLine")));
    var slug = line("SlugLine");
    if (draft.article().getSlugline() == null) {
      draft.slugline(String.join(", ", slug.isEmpty() ? line("KeywordLine") : slug));
    }
    credit();
    draft.usageTerms(String.join(" ", first("RightsMetadata/UsageRights")));
    for (var path : new String[] {"SubHeadLine", "CopyrightLine", "SeriesLine", "ByLineTitle"}) {
      draft.extra(path, String.join("\n", line(path)));
    }
    draft.extra("KeywordLine", String.join("\n", line("KeywordLine")));
    for (var component : around) {
      others(component);
      metadata(component);
    }
  }

  private List<String> line(String name) {
    return first("NewsLines/" + name);
  }

  private List<String> first(String path) {
    return around.stream()
        .map(component -> texts(component, path).toList())
        .filter(lines -> !lines.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private void credit() {
    var credit = line("CreditLine");
    draft.creditline(String.join(", ", credit));
    for (var path : new String[] {"Provider/Party", "Source/Party"}) {
      for (var component : around) {
        if (draft.article().getCreditline() == null) {
          at(component, "AdministrativeMetadata/" + path).stream()
              .map(party -> attribute(party, NAME))
              .findFirst()
              .ifPresent(draft::creditline);
        }
      }
    }
  }

  /** News lines of a source's own; a note to editors among them is one. */
  private void others(Element component) {
    for (var line : at(component, "NewsLines/NewsLine")) {
      var type =
          at(line, "NewsLineType").stream().map(t -> attribute(t, NAME)).findFirst().orElse("");
      var text = XmlTree.text(line, "NewsLineText");
      var name = XmlTree.word(type).replaceAll("[^a-z]", "");
      if (List.of("ednote", "editorialnote", "notetoeditors", "editorsnote").contains(name)) {
        draft.edNote(text);
      } else if (name.equals("advisoryline")) {
        draft.edNote(text);
        advisory(text);
      } else {
        draft.extra(type.isEmpty() ? "NewsLine" : type, text);
      }
    }
  }

  /** What an advisory begins with says what the version is to the one before. */
  private void advisory(String text) {
    var word = XmlTree.word(text.split("[^\\p{L}]", 2)[0]);
    switch (word) {
      case "corrects", "correction", "corrected", "corrige", "rectifie" ->
          draft.signal(Signal.CORRECTION);
      case "updates", "adds", "recasts", "actualise", "ajoute" -> draft.signal(Signal.UPDATE);
      default -> {
        // others say what comes with the text
      }
    }
  }

  private void metadata(Element component) {
    for (var code : at(component, "DescriptiveMetadata/SubjectCode")) {
      code.children().forEach(this::subject);
    }
    for (var block : new String[] {"DescriptiveMetadata", "AdministrativeMetadata", "Metadata"}) {
      for (var element :
          at(component, block).stream().flatMap(b -> b.children().stream()).toList()) {
        if (XmlTree.is(element, "SubjectCode") || XmlTree.is(element, "Language")) {
          continue;
        }
        var leaves = element.childrenSize() == 0 ? List.of(element) : leaves(element);
        for (var leaf : leaves) {
          leaf(XmlTree.is(leaf, "Property") && leaf.equals(element) ? "" : element.tagName(), leaf);
        }
      }
    }
  }

  private static List<Element> leaves(Element element) {
    return element.getAllElements().stream().filter(e -> e.childrenSize() == 0).toList();
  }

  /** A property under its own name; anything else under that of its group. */
  private void leaf(String group, Element leaf) {
    var name = attribute(leaf, NAME);
    var value = leaf.hasAttr("Value") ? attribute(leaf, "Value") : Markup.line(leaf);
    if (XmlTree.is(leaf, "Property")) {
      draft.extra(group.isEmpty() || group.equals("Property") ? name : group + "/" + name, value);
      if (XmlTree.word(name).equals("editorialinfo")) {
        draft.edNote(value);
      }
    } else {
      draft.extra(group, name.isEmpty() ? value : name);
    }
  }

  private void subject(Element subject) {
    var code = attribute(subject, NAME);
    var scheme = attribute(subject, "Scheme");
    var vocabulary = scheme.isEmpty() ? attribute(subject, "Vocabulary") : scheme;
    boolean iptc = vocabulary.isEmpty() || XmlTree.word(vocabulary).startsWith("iptc");
    if (code.isEmpty()) {
      return;
    }
    boolean known = iptc && IPTC_CODE.matcher(code).matches();
    draft.subject(
        Subject.newBuilder()
            .setScheme(known ? "subj" : vocabulary.isEmpty() ? null : vocabulary)
            .setCode(code)
            .setName(names.get(code))
            .build());
  }

  /** The names of codes, if the item brings them in a set of topics. */
  private static Map<String, String> names(Element item) {
    var names = new TreeMap<String, String>();
    for (var topic : XmlTree.all(item, "Topic")) {
      var descriptions =
          at(topic, "Description").stream()
              .filter(d -> !XmlTree.word(attribute(d, "Variant")).equals("category"))
              .toList();
      descriptions.stream()
          .filter(d -> attribute(d, "lang").startsWith("en"))
          .findFirst()
          .or(() -> descriptions.stream().findFirst())
          .ifPresent(d -> names.putIfAbsent(XmlTree.text(topic, NAME), Markup.line(d)));
    }
    return names;
  }
}
