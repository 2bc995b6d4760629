package org.copytaster.enrich.tag;

import java.util.HashMap;
import java.util.List;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.ZoneSpan;
import org.jspecify.annotations.Nullable;

/** Where in its source, for instance the HTML of a page, a zone that the source gave stands. */
final class SourceOffsets {

  private SourceOffsets() {}

  /**
   * Carries the offsets of the article's own zones over to those of its text. Where several were
   * joined, the first says where the source's stretch begins and the last where it ends; a zone
   * whose ends the source does not know keeps none.
   *
   * @param textLength of the text that ends in the article's body, in UTF-16 units
   * @param zones those of that text
   * @return the same zones, with the source's offsets where they are known
   */
  static List<ZoneSpan> carried(Article article, int textLength, List<ZoneSpan> zones) {
    int shift = textLength - article.getBody().length();
    var begins = new HashMap<Integer, Integer>();
    var ends = new HashMap<Integer, Integer>();
    for (var given : article.getZones()) {
      begins.putIfAbsent(given.getBegin() + shift, given.getSourceBegin());
      ends.put(given.getEnd() + shift, given.getSourceEnd());
    }
    return zones.stream()
        .map(zone -> with(zone, begins.get(zone.getBegin()), ends.get(zone.getEnd())))
        .toList();
  }

  private static ZoneSpan with(ZoneSpan zone, @Nullable Integer begin, @Nullable Integer end) {
    return begin == null || end == null
        ? zone
        : ZoneSpan.newBuilder(zone).setSourceBegin(begin).setSourceEnd(end).build();
  }
}
