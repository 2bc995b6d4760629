package org.copytaster.formats.markup;

import java.util.function.Function;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** HTML as a tree, whatever is wrong with it. */
public final class HtmlTree {

  /** HTML Living Standard, section 13.2.4.3: elements that end up in the list of active ones. */
  private static final Pattern FORMATTING =
      Pattern.compile(
          "(?i)(?<=</?)(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\\s/>])");

  /**
   * An element that HTML reads to its end tag and takes for text, as XHTML closes it: without this
   * all that follows would be the title.
   */
  private static final Pattern CLOSED =
      Pattern.compile(
          "(?i)<(title|script|style|textarea|iframe|noembed|noframes|noscript|xmp)"
              + "((?:[^<>\"']|\"[^\"]{0,2000}\"|'[^']{0,2000}')*+)(?<=/)>");

  private HtmlTree() {}

  /**
   * A page; nodes know where they stand in it.
   *
   * @param deepest so many elements are in each other, what is deeper is flattened
   */
  public static Document page(String html, int deepest) {
    var parser = Parser.htmlParser().setTrackPosition(true).setMaxDepth(deepest);
    return soundly(html, sound -> parser.parseInput(sound, ""));
  }

  /**
   * A piece of a page, in a body of its own; it may be XHTML.
   *
   * @param deepest so many elements are in each other, what is deeper is flattened
   */
  static Element piece(String html, int deepest) {
    var parser = Parser.htmlParser().setMaxDepth(deepest);
    var open = CLOSED.matcher(html).replaceAll("<$1$2></$1>");
    var body = Document.createShell("").body();
    body.appendChildren(soundly(open, sound -> parser.parseFragmentInput(sound, body, "")));
    return body;
  }

  /**
   * Where the limit of depth takes an element off that the parser (jsoup up to 1.23) is about to
   * open again, it steps beside its own list. Only formatting elements are opened again, so they
   * get names that format nothing, of the same length as everything keeps its place.
   */
  private static <T> T soundly(String html, Function<String, T> parse) {
    try {
      return parse.apply(html);
    } catch (IndexOutOfBoundsException e) {
      return parse.apply(
          FORMATTING.matcher(html).replaceAll(name -> "x".repeat(name.group().length())));
    }
  }
}
