package org.copytaster.formats.newsml;

import java.util.stream.Collectors;
import org.copytaster.formats.copy.BodyBuilder;
import org.copytaster.formats.markup.Headings;
import org.copytaster.formats.markup.Markup;
import org.copytaster.formats.markup.XmlTree;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** What a reader of news sees of NITF: the head of the body, its content and its end. */
final class NitfText {

  private NitfText() {}

  /** The content and the tag line below it; captions and credits of media are marked as such. */
  static BodyBuilder body(Element nitf, String headline) {
    var paragraphs = new BodyBuilder();
    var contents = XmlTree.at(nitf, "body/body.content");
    for (var content : contents) {
      Headings.drop(content, headline);
      Markup.into(paragraphs, content);
    }
    if (contents.isEmpty()) {
      XmlTree.first(nitf, "body")
          .ifPresent(
              body -> {
                XmlTree.at(body, "body.head").forEach(Element::remove);
                Markup.into(paragraphs, body);
              });
    }
    for (var line : XmlTree.at(nitf, "body/body.end/tagline")) {
      Markup.into(paragraphs, line);
    }
    return paragraphs;
  }

  /** The main headline, or else the title of the document; empty if there is none. */
  static String headline(Element nitf) {
    for (var path : new String[] {"hedline/hl1", "headline/hl1", "hl1"}) {
      var headline = XmlTree.text(nitf, "body/body.head/" + path);
      if (!headline.isEmpty()) {
        return headline;
      }
    }
    return XmlTree.text(nitf, "head/title");
  }

  /** The names in the byline, without the titles; several bylines are separated by commas. */
  static String byline(Element nitf) {
    return XmlTree.at(nitf, "body/body.head/byline").stream()
        .map(NitfText::names)
        .filter(names -> !names.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String names(Element byline) {
    var persons = XmlTree.texts(byline, "person").collect(Collectors.joining(", "));
    var own = words(byline, "byttl", " ");
    boolean joined = XmlTree.at(byline, "person").size() > 1 && !own.contains(" and ");
    return joined ? persons : own;
  }

  /** Place and date as they are written; a date that is written for machines is left out. */
  static String dateline(Element nitf) {
    return XmlTree.at(nitf, "body/body.head/dateline").stream()
        .map(NitfText::placeAndDate)
        .filter(line -> !line.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String placeAndDate(Element dateline) {
    XmlTree.all(dateline, "story.date").stream()
        .filter(date -> Markup.line(date).matches("\\d{4}-?\\d\\d-?\\d\\d.*"))
        .forEach(Element::remove);
    XmlTree.all(dateline, "location").forEach(place -> place.text(words(place, "", ", ")));
    return words(dateline, "", ", ");
  }

  /** The text, with {@code between} its elements where the source has nothing between them. */
  private static String words(Element element, String without, String between) {
    boolean written =
        element.textNodes().stream().map(TextNode::text).anyMatch(text -> !text.isBlank());
    return element.childNodes().stream()
        .map(node -> node instanceof Element e ? inner(e, without) : text(node))
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(written ? "" : between))
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static String inner(Element element, String without) {
    return XmlTree.is(element, without) ? "" : Markup.line(element);
  }

  private static String text(org.jsoup.nodes.Node node) {
    return node instanceof TextNode text ? text.getWholeText() : "";
  }
}
