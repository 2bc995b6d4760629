package org.copytaster.enrich.tag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.ZoneSpan;
import org.copytaster.tagging.text.Span;
import org.copytaster.tagging.text.Zone;
import org.copytaster.tagging.text.ZonedSpan;
import org.jspecify.annotations.Nullable;

/**
 * Puts headline, byline, dateline and body into one text, with the zones that are certain. A field
 * that the body already begins with, or has as a zone, is not repeated.
 */
final class ArticleText {

  /** How far into the body a field is looked for: pages put ad labels in front. */
  private static final int HEAD = 1_000;

  private final StringBuilder text = new StringBuilder();
  private final List<ZonedSpan> zones = new ArrayList<>();

  private ArticleText() {}

  /**
   * A text and the zones of it that are certain.
   *
   * @param zones half-open UTF-16 spans
   */
  record Composed(String text, List<ZonedSpan> zones) {}

  /** The text of an article. */
  static Composed of(Article article) {
    var composed = new ArticleText();
    var head =
        "\n" + plain(article.getBody().substring(0, Math.min(HEAD, article.getBody().length())));
    var inBody = article.getZones().stream().map(ZoneSpan::getZone).collect(Collectors.toSet());
    if (!inBody.contains(org.copytaster.schemas.record.Zone.HEADLINE)) {
      composed.add(article.getHeadline(), Zone.HEADLINE, head);
    }
    if (!inBody.contains(org.copytaster.schemas.record.Zone.BYLINE)) {
      composed.add(article.getByline(), Zone.BYLINE, head);
    }
    composed.add(article.getDateline(), Zone.DATELINE, head);
    int shift = composed.text.length();
    composed.text.append(article.getBody());
    composed.addZones(article.getZones(), shift);
    return new Composed(composed.text.toString(), composed.zones);
  }

  private void add(@Nullable String field, Zone zone, String head) {
    if (field == null || field.isBlank() || head.contains("\n" + plain(field.strip()))) {
      return;
    }
    int begin = text.length();
    text.append(field.strip());
    zones.add(new ZonedSpan(new Span(begin, text.length()), zone));
    text.append("\n\n");
  }

  /** Lines without the white space around and inside them, in small letters. */
  private static String plain(String lines) {
    return lines
        .lines()
        .map(line -> line.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT))
        .collect(Collectors.joining("\n"));
  }

  /** Zones of a source are taken as far as they are inside the body and apart. */
  private void addZones(List<ZoneSpan> given, int shift) {
    var ordered = new ArrayList<>(given);
    ordered.sort(Comparator.comparingInt(ZoneSpan::getBegin));
    int end = shift;
    for (var zone : ordered) {
      int begin = Math.max(end, Math.max(0, zone.getBegin()) + shift);
      int last = (int) Math.min(text.length(), (long) zone.getEnd() + shift);
      if (begin < last) {
        zones.add(
            new ZonedSpan(
                new Span(begin, last),
                Zone.valueOf(zone.getZone().name()),
                Math.max(0, Math.min(1, zone.getConfidence()))));
        end = last;
      }
    }
  }
}
