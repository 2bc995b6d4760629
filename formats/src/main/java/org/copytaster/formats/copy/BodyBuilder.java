package org.copytaster.formats.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Zone;
import org.copytaster.schemas.record.ZoneSpan;
import org.jspecify.annotations.Nullable;

/**
 * A body that grows by paragraphs, each with the zone that its source gives it. A paragraph without
 * one is left to enrich to label, which is right for running text: datelines and lines of
 * contributors hide in it.
 */
public final class BodyBuilder {

  private static final String BREAK = "\n\n";
  private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t]*\\n");

  private final StringBuilder body = new StringBuilder();
  private final List<ZoneSpan> zones = new ArrayList<>();

  /** Adds a paragraph of running text; a blank one adds nothing. */
  public BodyBuilder add(String text) {
    return add(text, null);
  }

  /** Adds text whose paragraphs stand between blank lines. */
  public BodyBuilder addLines(String text) {
    for (var paragraph : BLANK_LINE.split(text, -1)) {
      add(paragraph);
    }
    return this;
  }

  /**
   * Adds a paragraph; a blank one adds nothing.
   *
   * @param text lines are kept, blanks around it are not
   * @param zone what the source says it is; null if it does not say
   */
  public BodyBuilder add(String text, @Nullable Zone zone) {
    var stripped = text.strip();
    if (stripped.isEmpty()) {
      return this;
    }
    body.append(body.isEmpty() ? "" : BREAK);
    int begin = body.length();
    body.append(stripped);
    if (zone != null) {
      zones.add(ZoneSpan.newBuilder().setBegin(begin).setEnd(body.length()).setZone(zone).build());
    }
    return this;
  }

  /** Adds the paragraphs of another body, with their zones. */
  public BodyBuilder addAll(BodyBuilder other) {
    if (other.isEmpty()) {
      return this;
    }
    body.append(body.isEmpty() ? "" : BREAK);
    int begin = body.length();
    body.append(other.body);
    for (var zone : other.zones) {
      zones.add(
          ZoneSpan.newBuilder(zone)
              .setBegin(begin + zone.getBegin())
              .setEnd(begin + zone.getEnd())
              .build());
    }
    return this;
  }

  /** Whether no paragraph with any text has come yet. */
  public boolean isEmpty() {
    return body.isEmpty();
  }

  /** Whether no source has said of any paragraph what it is. */
  public boolean unzoned() {
    return zones.isEmpty();
  }

  /** The text so far, paragraphs separated by blank lines. */
  public String text() {
    return body.toString();
  }

  /** Sets body and zones. */
  public void into(Article.Builder article) {
    article.setBody(body.toString()).setZones(zones);
  }
}
