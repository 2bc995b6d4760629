package org.copytaster.tagging.text;

import java.util.ArrayList;
import java.util.List;

/** Characters and what each stretch of them is. */
public final class Text {

  private final String characters;
  private final List<ZonedSpan> zones;
  private final List<ZonedSpan> paragraphs;

  /**
   * A text with its zones.
   *
   * @param zones inside the characters, in order and apart; what they leave out is not tagged
   * @throws IllegalArgumentException if they are not
   */
  public Text(String characters, List<ZonedSpan> zones) {
    int end = 0;
    for (var zone : zones) {
      if (zone.begin() < end) {
        throw new IllegalArgumentException("zones overlap or are not in order at " + zone.begin());
      }
      end = zone.end();
    }
    if (end > characters.length()) {
      throw new IllegalArgumentException("a zone ends behind the text, at " + end);
    }
    this.characters = characters;
    this.zones = List.copyOf(zones);
    this.paragraphs = paragraphs(characters, this.zones);
  }

  /** The whole text. */
  public String characters() {
    return characters;
  }

  /** What each stretch is, in order. */
  public List<ZonedSpan> zones() {
    return zones;
  }

  /** All paragraphs that taggers look at, in order; none crosses the border of a zone. */
  public List<ZonedSpan> paragraphs() {
    return paragraphs;
  }

  private static List<ZonedSpan> paragraphs(String characters, List<ZonedSpan> zones) {
    var all = new ArrayList<ZonedSpan>();
    var paragraphs = Paragraphs.of(characters);
    for (var zone : zones) {
      if (zone.zone().tagged()) {
        for (var span : paragraphs.in(zone.span())) {
          all.add(new ZonedSpan(span, zone.zone()));
        }
      }
    }
    return List.copyOf(all);
  }
}
