package org.copytaster.tagging.text;

import java.util.ArrayList;
import java.util.List;

/** Cuts datelines, credits and signatures off the paragraphs that they stand in. */
final class ZoneCuts {

  private final ZoneRules rules;
  private final List<ZonedSpan> zones = new ArrayList<>();
  private boolean dateline;

  /**
   * Begins a text.
   *
   * @param dateline whether it may begin with one
   */
  ZoneCuts(ZoneRules rules, boolean dateline) {
    this.rules = rules;
    this.dateline = dateline;
  }

  void add(Span span, Zone zone, double confidence) {
    zones.add(new ZonedSpan(span, zone, confidence));
  }

  /** All that was added, cut. */
  List<ZonedSpan> zones() {
    return zones;
  }

  /**
   * Adds a line in as many parts as it has.
   *
   * @param first whether it is among the first paragraphs, where any dateline may stand
   */
  void cut(ZonedSpan line, String surface, boolean first) {
    switch (line.zone()) {
      case BODY -> cutBody(line, surface, first);
      case CAPTION -> cutTail(line, 0, rules.creditOfCaption(surface), Zone.CREDIT);
      default -> zones.add(line);
    }
  }

  private void cutBody(ZonedSpan line, String surface, boolean first) {
    int begin = rules.agencyDatelineEnd(surface);
    if (begin == 0 && dateline && first) {
      begin = rules.datelineEnd(surface);
    }
    if (begin > 0) {
      dateline = false;
      add(new Span(line.begin(), line.begin() + begin), Zone.DATELINE, line.confidence());
    }
    int signature = rules.signatureAtEnd(surface);
    if (signature > begin) {
      cutTail(line, begin, signature, Zone.CONTRIBUTORS);
    } else {
      cutTail(line, begin, rules.furnitureAtEnd(surface), Zone.FURNITURE);
    }
  }

  private void cutTail(ZonedSpan line, int from, int tail, Zone zone) {
    int end = tail > from ? line.begin() + tail : line.end();
    add(new Span(line.begin() + from, end), line.zone(), line.confidence());
    if (end < line.end()) {
      add(new Span(end, line.end()), zone, line.confidence());
    }
  }
}
