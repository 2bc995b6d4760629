package org.copytaster.formats.newsml;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.copytaster.formats.copy.BodyBuilder;
import org.copytaster.formats.markup.BrokenLines;
import org.copytaster.formats.markup.Headings;
import org.copytaster.formats.markup.Markup;
import org.copytaster.formats.markup.XmlTree;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The text that an item carries within it, in whatever it is written: NITF, XHTML, the elements of
 * one agency, markup that was escaped, or plain text.
 */
final class RunningText {

  /** Vocabularies of structures, in which stray words are no running text. */
  private static final Set<String> STRUCTURES =
      Set.of("events", "sports-content", "event", "concept", "conceptset", "weather", "svg");

  /** TT's elements, which are named in Swedish, and what they are in XHTML. */
  private static final Map<String, String> SWEDISH =
      Map.ofEntries(
          Map.entry("rubrik", "h2"),
          Map.entry("mellis", "h3"),
          Map.entry("citat", "p"),
          Map.entry("text", "div"),
          Map.entry("ingress", "div"),
          Map.entry("brodtext", "div"),
          Map.entry("bild", "figure"),
          Map.entry("bildtext", "figcaption"),
          Map.entry("bildskapare", "credit"),
          Map.entry("bildfil", "head"),
          Map.entry("dat", "head"));

  private static final Pattern MARKUP =
      Pattern.compile(
          "<(?:p|br|div|h[1-6]|ul|table|b|i|a|html|body)\\b[^>]*+>", Pattern.CASE_INSENSITIVE);
  private static final Pattern BLANK_LINE = Pattern.compile("\\R\\s*\\R");
  private static final Pattern LINE = Pattern.compile("\\R\\s*");

  private RunningText() {}

  /** The NITF that stands in {@code container}. */
  static Optional<Element> nitf(Element container) {
    return XmlTree.any(container, "nitf");
  }

  /**
   * The text in {@code container} as paragraphs.
   *
   * @param headline is not repeated where a heading of the text is the same
   */
  static BodyBuilder of(Element container, String headline) {
    var nitf = nitf(container);
    if (nitf.isPresent()) {
      return NitfText.body(nitf.get(), headline);
    }
    if (container.childrenSize() == 0) {
      return unmarked(container.wholeText(), headline);
    }
    var paragraphs = new BodyBuilder();
    if (STRUCTURES.contains(XmlTree.word(container.child(0).tagName()))) {
      return paragraphs;
    }
    var content = XmlTree.any(container, "body.content");
    translate(container);
    Headings.drop(container, headline);
    Markup.into(paragraphs, content.orElse(container));
    return paragraphs;
  }

  /** Text that may be HTML once it is unescaped. */
  static BodyBuilder unmarked(String text, String headline) {
    if (MARKUP.matcher(text).find()) {
      var html = Markup.html(text);
      Headings.drop(html, headline);
      return Markup.paragraphs(html);
    }
    var paragraphs = new BodyBuilder();
    var breaks = BLANK_LINE.matcher(text.strip()).find() ? BLANK_LINE : null;
    var indented = BrokenLines.indented(text.strip());
    if (breaks == null && !indented.isEmpty()) {
      indented.forEach(paragraphs::add);
      return paragraphs;
    }
    if (breaks == null) {
      return paragraphs.add(BrokenLines.joined(LINE.matcher(text.strip()).replaceAll("\n")));
    }
    for (var paragraph : breaks.split(text.strip(), -1)) {
      paragraphs.add(BrokenLines.joined(LINE.matcher(paragraph.strip()).replaceAll("\n")));
    }
    return paragraphs;
  }

  private static void translate(Element container) {
    if (XmlTree.any(container, "BRODTEXT").isEmpty()) {
      return;
    }
    for (var element : container.getAllElements()) {
      var known = SWEDISH.get(element.tagName().toLowerCase(Locale.ROOT));
      if (!element.equals(container) && known != null) {
        element.tagName(known, Parser.NamespaceHtml);
      }
    }
  }
}
