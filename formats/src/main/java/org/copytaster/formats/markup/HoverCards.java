package org.copytaster.formats.markup;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Keeps cards that open on a name inside their sentence. Pages set headings and lists in them, and
 * a heading ends the paragraph that it stands in, so that the card's links and the rest of the
 * sentence would be one text. Inside such a card elements get names that end nothing, of the same
 * length as everything keeps its place.
 */
public final class HoverCards {

  /** Cards are small; what is longer was never closed. */
  private static final int LONGEST = 6_000;

  private static final Pattern CARD =
      Pattern.compile(
          "<span\\s[^<>]{0,300}?\\b(?:rollover|hover-?cards?|flyout|tooltip|popover|popup)\\b"
              + "[^<>]{0,300}>");

  /** Looked for first, since most pages have none. */
  private static final List<String> WORDS =
      List.of("rollover", "hover-card", "hovercard", "flyout", "tooltip", "popover", "popup");

  private static final Pattern SPAN = Pattern.compile("(?i)<(/?)span(?=[\\s/>])");

  private static final Pattern ENDING =
      Pattern.compile(
          "(?i)(?<=</?)(?:h[1-6]|div|p|ul|ol|li|dl|table|section|article|header|footer|figure)"
              + "(?=[\\s/>])");

  private HoverCards() {}

  /** The page, of the same length. */
  public static String inline(String html) {
    if (WORDS.stream().noneMatch(html::contains)) {
      return html;
    }
    var card = CARD.matcher(html);
    StringBuilder inline = null;
    int from = 0;
    while (card.find(from)) {
      int end = end(html, card.end());
      from = Math.max(card.end(), end);
      var inside = html.substring(card.end(), from);
      if (ENDING.matcher(inside).find()) {
        inline = inline == null ? new StringBuilder(html) : inline;
        inline.replace(
            card.end(),
            from,
            ENDING.matcher(inside).replaceAll(name -> "x".repeat(name.group().length())));
      }
    }
    return inline == null ? html : inline.toString();
  }

  /** Where the card's own end tag stands; its begin if there is none near. */
  private static int end(String html, int begin) {
    int open = 1;
    var spans = SPAN.matcher(html).region(begin, Math.min(html.length(), begin + LONGEST));
    while (spans.find()) {
      open += spans.group(1).isEmpty() ? 1 : -1;
      if (open == 0) {
        return spans.start();
      }
    }
    return begin;
  }
}
