package org.copytaster.enrich.history;

import java.time.Duration;
import java.time.Instant;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Life;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Signal;
import org.jspecify.annotations.Nullable;

/**
 * What a wire can send of one story.
 *
 * @param text a mark that stands in headline and body, so that it is found wherever it leaks
 * @param reading 0 for what is read as it comes, else the day of a later reading of the same bytes
 */
public record Copy(int version, Kind kind, Text text, Embargo embargo, int reading) {

  /** What it says of itself. */
  public enum Kind {
    USABLE,
    CORRECTION,
    HOLD,
    KILL,
    KILL_BY_SIGNAL,
    TEST
  }

  /** What it tells; each names other places. */
  public enum Text {
    FJORD("The crews of both ferries met in Norway."),
    LAKE("The crews of both ferries met in Sweden."),
    STRAIT("The crews of both ferries met in Norway, then in Sweden.");

    private final String told;

    Text(String told) {
      this.told = told;
    }

    /** A word that stands nowhere but in this text. */
    public String mark() {
      return "zq" + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** When it may be published. */
  public enum Embargo {
    NONE(null),
    SHORT(Duration.ofSeconds(5)),
    LONG(Duration.ofMinutes(10)),
    UNREAD(null);

    private final @Nullable Duration length;

    Embargo(@Nullable Duration length) {
      this.length = length;
    }
  }

  private static final Instant READINGS = Instant.parse("2026-12-01T00:00:00Z");

  /** The record that a desk makes of it. */
  public Article article(String guid, Instant receivedAt) {
    boolean kill = kind == Kind.KILL || kind == Kind.KILL_BY_SIGNAL;
    var end = embargo.length == null ? null : receivedAt.plus(embargo.length);
    return Article.newBuilder()
        .setGuid(guid)
        .setVersion(version)
        .setHeadline(text.mark())
        .setBody(text.told)
        .setPubStatus(status())
        .setSignal(signal())
        .setEmbargoed(end)
        .setEmbargoUnread(embargo == Embargo.UNREAD)
        .setReceivedAt(receivedAt)
        .setReadAgainAt(reading == 0 ? null : READINGS.plus(Duration.ofDays(reading)))
        .setContentHash(kill ? "kill" : kind + "-" + text + "-" + embargo)
        .setLife(Life.newBuilder().setDecision("publish").build())
        .build();
  }

  private PubStatus status() {
    return switch (kind) {
      case KILL -> PubStatus.CANCELED;
      case HOLD -> PubStatus.WITHHELD;
      default -> PubStatus.USABLE;
    };
  }

  private @Nullable Signal signal() {
    return switch (kind) {
      case KILL_BY_SIGNAL -> Signal.KILL;
      case TEST -> Signal.TEST;
      case CORRECTION -> Signal.CORRECTION;
      default -> null;
    };
  }

  @Override
  public String toString() {
    var said = new StringBuilder("version " + version);
    if (kind != Kind.USABLE) {
      said.append(' ').append(kind);
    }
    said.append(' ').append(text);
    if (embargo != Embargo.NONE) {
      said.append(" embargo ").append(embargo);
    }
    return reading == 0 ? said.toString() : said + " read again on day " + reading;
  }
}
