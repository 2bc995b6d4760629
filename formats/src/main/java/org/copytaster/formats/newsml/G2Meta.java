package org.copytaster.formats.newsml;

import static org.copytaster.formats.markup.XmlTree.at;
import static org.copytaster.formats.markup.XmlTree.attribute;
import static org.copytaster.formats.markup.XmlTree.text;
import static org.copytaster.formats.markup.XmlTree.texts;
import static org.copytaster.formats.markup.XmlTree.word;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copytaster.formats.copy.Draft;
import org.copytaster.formats.markup.Markup;
import org.copytaster.formats.markup.XmlTree;
import org.jsoup.nodes.Element;

/** What a newsItem says of itself, of its rights and of its content. */
final class G2Meta {

  private static final String ITEM = "itemMeta/";
  private static final String CONTENT = "contentMeta/";

  /** What has a field of its own, in lower case; all else goes to extra. */
  private static final Set<String> READ =
      Set.of(
          "versioncreated",
          "firstcreated",
          "embargoed",
          "pubstatus",
          "signal",
          "ednote",
          "urgency",
          "language",
          "slugline",
          "by",
          "dateline",
          "creditline",
          "subject",
          "usageterms");

  private final Draft draft;
  private final Element item;

  G2Meta(Draft draft, Element item) {
    this.draft = draft;
    this.item = item;
  }

  /** Everything but the headline and the language, for which the content is also asked. */
  void read() {
    times();
    at(item, ITEM + "pubStatus").stream().findFirst().map(G2Meta::code).ifPresent(draft::pubStatus);
    for (var signal : at(item, ITEM + "signal")) {
      if (!Signals.apply(draft, code(signal))) {
        draft.extra("signal", XmlTree.said(signal));
      }
    }
    notes();
    draft.urgency(text(item, CONTENT + "urgency"));
    draft.slugline(text(item, CONTENT + "slugline"));
    draft.byline(texts(item, CONTENT + "by").collect(Collectors.joining(", ")));
    draft.dateline(text(item, CONTENT + "dateline"));
    draft.creditline(credit());
    draft.usageTerms(usageTerms());
    new G2Subjects(draft, language()).read(item);
    leftovers();
  }

  /** The main headline: the first one that is none of a kind below it. */
  String headline() {
    return at(item, CONTENT + "headline").stream()
        .filter(headline -> !word(attribute(headline, "role")).contains("sub"))
        .map(Markup::line)
        .filter(headline -> !headline.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** What a property is, by whichever of G2's ways: qcode, address or literal. */
  static String code(Element property) {
    return Stream.of("qcode", "uri", "literal")
        .map(way -> attribute(property, way))
        .filter(code -> !code.isEmpty())
        .findFirst()
        .orElse("");
  }

  private String language() {
    return attribute(item, "lang");
  }

  private void times() {
    draft.versionCreated(
        Stream.of(
                text(item, ITEM + "versionCreated"),
                text(item, CONTENT + "contentModified"),
                text(item, CONTENT + "contentCreated"))
            .filter(time -> !time.isEmpty())
            .findFirst()
            .orElse(""));
    draft.firstCreated(text(item, ITEM + "firstCreated"));
    draft.embargoed(text(item, ITEM + "embargoed"));
  }

  /** An empty embargo is one whose end is not known: G2 has it so. */
  private void notes() {
    var embargo = at(item, ITEM + "embargoed");
    var status = at(item, ITEM + "pubStatus").stream().map(G2Meta::code);
    boolean named = status.anyMatch(code -> word(code).endsWith("embargoed"));
    boolean endless = !embargo.isEmpty() && text(item, ITEM + "embargoed").isEmpty();
    if (endless || (named && embargo.isEmpty())) {
      draft.article().setEmbargoUnread(true);
    }
    var notes =
        Stream.concat(at(item, ITEM + "edNote").stream(), at(item, CONTENT + "edNote").stream())
            .map(note -> Markup.paragraphs(note).text().replaceAll("\\s+", " "))
            .distinct()
            .toList();
    notes.stream()
        .filter(note -> notes.stream().noneMatch(o -> !o.equals(note) && o.contains(note)))
        .forEach(draft::edNote);
  }

  private String credit() {
    return Stream.of(
            texts(item, CONTENT + "creditline"),
            at(item, CONTENT + "infoSource").stream().map(this::party),
            at(item, ITEM + "provider").stream().map(this::party))
        .flatMap(all -> all)
        .filter(credit -> !credit.isEmpty())
        .findFirst()
        .orElse("");
  }

  private String party(Element party) {
    var name = name(party, language());
    return name.isEmpty() ? attribute(party, "literal") : name;
  }

  /** The name in this language, or else the first. */
  static String name(Element concept, String language) {
    var names = at(concept, "name").stream().filter(name -> !Markup.line(name).isEmpty()).toList();
    return names.stream()
        .filter(name -> !language.isEmpty() && attribute(name, "lang").equalsIgnoreCase(language))
        .findFirst()
        .or(() -> names.stream().findFirst())
        .map(Markup::line)
        .orElse("");
  }

  private String usageTerms() {
    var terms = at(item, "rightsInfo/usageTerms");
    return terms.stream()
        .filter(term -> attribute(term, "lang").equalsIgnoreCase(language()))
        .findFirst()
        .or(() -> terms.stream().findFirst())
        .map(Markup::line)
        .orElse("");
  }

  private void leftovers() {
    for (var block : new String[] {"itemMeta", "contentMeta", "rightsInfo"}) {
      for (var property : at(item, block).stream().flatMap(b -> b.children().stream()).toList()) {
        var name = property.tagName();
        boolean main = XmlTree.is(property, "headline") && Markup.line(property).equals(headline());
        boolean linked = XmlTree.is(property, "link") && G2Links.apply(draft, property);
        if (!READ.contains(word(name)) && !main && !linked) {
          draft.extra(name, XmlTree.said(property));
        }
      }
    }
    for (var catalog : XmlTree.all(item, "catalogRef")) {
      draft.extra("catalogRef", attribute(catalog, "href"));
    }
    for (var scheme : at(item, "catalog/scheme")) {
      draft.extra("catalog", attribute(scheme, "alias") + " " + attribute(scheme, "uri"));
    }
  }
}
