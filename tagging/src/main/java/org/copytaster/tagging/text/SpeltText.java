package org.copytaster.tagging.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A text as it is {@linkplain Spelling spelt}, and where each of its characters stands in the
 * original: for whoever looks for words by patterns, in which nobody expects a soft hyphen.
 */
public final class SpeltText {

  private final Text text;
  private final int[] from;

  private SpeltText(Text text, int[] from) {
    this.text = text;
    this.from = from;
  }

  /** The text spelt; itself where there is nothing to spell: that costs a look at each letter. */
  public static SpeltText of(Text original) {
    var characters = original.characters();
    if (Spelling.of(characters).equals(characters)) {
      return new SpeltText(original, new int[0]);
    }
    var spelt = new StringBuilder();
    var from = new ArrayList<Integer>();
    var to = new int[characters.length() + 1];
    for (int i = 0; i < characters.length(); i++) {
      to[i] = spelt.length();
      spelt.append(Spelling.of(characters.substring(i, i + 1)));
      while (from.size() < spelt.length()) {
        from.add(i);
      }
    }
    to[characters.length()] = spelt.length();
    var places = from.stream().mapToInt(Integer::intValue).toArray();
    return new SpeltText(new Text(spelt.toString(), zones(original, to)), places);
  }

  private static List<ZonedSpan> zones(Text original, int[] to) {
    var zones = new ArrayList<ZonedSpan>();
    for (var zone : original.zones()) {
      var span = new Span(to[zone.begin()], to[zone.end()]);
      if (span.length() > 0) {
        zones.add(new ZonedSpan(span, zone.zone(), zone.confidence()));
      }
    }
    return zones;
  }

  /** What is spelt. */
  public Text text() {
    return text;
  }

  /** Where a stretch of the spelt text stands in the original. */
  public Span original(Span spelt) {
    if (from.length == 0 || spelt.length() == 0) {
      return spelt;
    }
    return new Span(from[spelt.begin()], from[spelt.end() - 1] + 1);
  }

  /** Whether the spelt text is the original. */
  public boolean same() {
    return from.length == 0;
  }
}
