package org.copytaster.formats.markup;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.copytaster.formats.copy.BodyBuilder;
import org.copytaster.schemas.record.Zone;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Running text in markup as paragraphs: XHTML, the HTML in JSON, NITF, and agencies' own elements
 * of the same names. Rows of tables become lines with tabs between cells. What a caption or a
 * credit is called in markup is known; all else is running text for enrich to label.
 */
public final class Markup {

  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "section",
          "article",
          "header",
          "footer",
          "aside",
          "main",
          "blockquote",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "hl1",
          "hl2",
          "ul",
          "ol",
          "dl",
          "li",
          "dt",
          "dd",
          "figure",
          "figcaption",
          "media",
          "media-caption",
          "media-producer",
          "caption",
          "bq",
          "block",
          "body",
          "body.content",
          "body.end",
          "tagline",
          "byline",
          "dateline",
          "note",
          "fn",
          "hr",
          "address",
          "abstract",
          "credit",
          "paragraph",
          "para",
          "lead",
          "intro",
          "center",
          "form",
          "fieldset",
          "html",
          "nitf-table",
          "byttl",
          "bibliography");

  private static final Map<String, Zone> ZONES =
      Map.of(
          "figcaption", Zone.CAPTION,
          "media-caption", Zone.CAPTION,
          "media-producer", Zone.CREDIT,
          "credit", Zone.CREDIT,
          "byline", Zone.BYLINE);

  /** Elements whose text nobody reads. */
  private static final Set<String> SILENT =
      Set.of(
          "script",
          "style",
          "head",
          "title",
          "template",
          "noscript",
          "iframe",
          "object",
          "embed",
          "media-metadata",
          "media-object",
          "nitf-table-metadata",
          "nitf-col",
          "nitf-colgroup");

  /** The parser looks through all open elements at each tag: deep text would take it minutes. */
  private static final int DEEPEST = 64;

  private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\n\\f\\u00A0]+");
  private static final Pattern AROUND_BREAK = Pattern.compile(" *\\n *");

  private static final Pattern BLANK_LINE = Pattern.compile("\\R[ \\t]*\\R\\s*");

  /** A line that only says who wrote what follows. */
  private static final Pattern BYLINE_ABOVE =
      Pattern.compile("(By \\p{Lu}[^\\n]{2,60})\\r?\\n\\s*(\\p{Lu}.+)", Pattern.DOTALL);

  private static final Pattern HIDDEN = Pattern.compile("(?i)display *: *none");
  private static final Pattern COLUMNS = Pattern.compile("\\S {3,}+\\S");

  private final BodyBuilder paragraphs;
  private final StringBuilder line = new StringBuilder();
  private boolean preformatted;
  private @Nullable Zone zone;

  private Markup(BodyBuilder paragraphs) {
    this.paragraphs = paragraphs;
  }

  /** The text under {@code root} as paragraphs. */
  public static BodyBuilder paragraphs(Element root) {
    var paragraphs = new BodyBuilder();
    into(paragraphs, root);
    return paragraphs;
  }

  /** Adds the text under {@code root}. */
  public static void into(BodyBuilder paragraphs, Element root) {
    var markup = new Markup(paragraphs);
    markup.children(root);
    markup.end();
  }

  /** A piece of HTML as a tree, whatever is wrong with it. */
  public static Element html(String html) {
    return HtmlTree.piece(html, DEEPEST);
  }

  /** The text under {@code element} in one line. */
  public static String line(@Nullable Element element) {
    return element == null ? "" : BLANKS.matcher(element.wholeText()).replaceAll(" ").strip();
  }

  private void children(Element element) {
    for (Node child : element.childNodes()) {
      if (child instanceof TextNode text) {
        append(text.getWholeText());
      } else if (child instanceof Element inner) {
        element(inner);
      }
    }
  }

  private void element(Element element) {
    var name = element.normalName().toLowerCase(Locale.ROOT);
    if (SILENT.contains(name) || hidden(element)) {
      return;
    }
    switch (name) {
      case "br" -> line.append('\n');
      case "table" -> table(element);
      case "pre" -> preformatted(element);
      default -> {
        if (BLOCKS.contains(name)) {
          block(element, ZONES.get(name));
        } else {
          children(element);
        }
      }
    }
  }

  /** What nobody is shown, such as the line that mailers put before a mail. */
  private static boolean hidden(Element element) {
    return element.hasAttr("style") && HIDDEN.matcher(element.attr("style")).find();
  }

  private void block(Element element, @Nullable Zone own) {
    if (!preformatted && columns(element)) {
      preformatted(element);
      return;
    }
    var indented = preformatted ? List.<String>of() : indented(element);
    if (!indented.isEmpty()) {
      end();
      indented.forEach(text -> paragraphs.add(text, own == null ? zone : own));
      return;
    }
    end();
    var outer = zone;
    zone = own == null ? outer : own;
    children(element);
    end();
    zone = outer;
  }

  /** Agencies set tables in a paragraph, with blanks between columns; their lines are rows. */
  private static boolean columns(Element element) {
    return element.wholeOwnText().lines().filter(l -> COLUMNS.matcher(l).find()).count() > 1;
  }

  /** Paragraphs that were put into one with their lines and indents. */
  private static List<String> indented(Element element) {
    var text = element.wholeText();
    if (element.childrenSize() > 0 || text.indexOf('\n') < 0) {
      return List.of();
    }
    var plain = text.strip();
    var byline = BYLINE_ABOVE.matcher(plain);
    if (byline.matches()) {
      return List.of(byline.group(1), BLANKS.matcher(byline.group(2)).replaceAll(" ").strip());
    }
    var indented = BrokenLines.indented(plain);
    return indented.isEmpty() && BLANK_LINE.matcher(plain).find()
        ? BLANK_LINE
            .splitAsStream(plain)
            .map(paragraph -> BLANKS.matcher(paragraph).replaceAll(" ").strip())
            .toList()
        : indented;
  }

  private void preformatted(Element element) {
    end();
    preformatted = true;
    children(element);
    end();
    preformatted = false;
  }

  /** One paragraph, a row a line. A table that only lays out a page is read as what it holds. */
  private void table(Element table) {
    end();
    if (!table.select("table table, table p ~ p").isEmpty()) {
      block(table, null);
      return;
    }
    for (var caption : table.select("caption")) {
      paragraphs.add(line(caption), zone);
    }
    var rows =
        table.select("tr").stream()
            .map(
                row ->
                    row.select("td, th").stream()
                        .map(Markup::line)
                        .collect(Collectors.joining("\t")))
            .filter(row -> !row.isBlank())
            .collect(Collectors.joining("\n"));
    paragraphs.add(rows, zone);
  }

  private void append(String text) {
    line.append(preformatted ? text : BLANKS.matcher(text).replaceAll(" "));
  }

  private void end() {
    var text = preformatted ? line.toString() : BrokenLines.joined(broken(line.toString()));
    paragraphs.add(text, zone);
    line.setLength(0);
  }

  private static String broken(String text) {
    return AROUND_BREAK
        .matcher(text.replace("  ", " "))
        .replaceAll("\n")
        .replaceAll("\n{2,}", "\n\n");
  }
}
