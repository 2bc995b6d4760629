package org.copytaster.enrich.recall;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.copytaster.schemas.history.VersionHistory;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.RecallKind;
import org.copytaster.schemas.record.Signal;
import org.jspecify.annotations.Nullable;

/**
 * What went out of one guid since it was killed last.
 *
 * @param versions in the order in which they went out, each once
 * @param leftOut how many more there are after the first of them: a guid may have any number
 */
record PublishedVersions(List<PublishedVersion> versions, int leftOut) {

  static final PublishedVersions NONE = new PublishedVersions(List.of(), 0);

  /** How many of a guid are remembered: the first, and the newest. */
  static final int MOST = 1_000;

  private static final int BYTES_OF_ONE = Integer.BYTES + Long.BYTES + 1;
  private static final long NEVER = Long.MIN_VALUE;
  private static final int CORRECTED = 1;
  private static final int HELD = 2;

  PublishedVersions {
    versions = List.copyOf(versions);
  }

  /** Where nothing is known but that something up to this version may have gone out; 0 for none. */
  static PublishedVersions upTo(int version) {
    return version == 0
        ? NONE
        : new PublishedVersions(List.of(PublishedVersion.of(version, null)), 0);
  }

  /** What an article means that is published now. */
  record Step(PublishedVersions after, @Nullable RecallKind kind) {}

  /**
   * What {@code article} makes of this. A kill calls everything back and leaves nothing to be
   * called back; a hold or a correction calls back what none of its kind has called back before.
   */
  Step step(Article article, Instant now) {
    if (VersionHistory.isKill(article)) {
      return new Step(NONE, versions.isEmpty() ? null : RecallKind.KILL);
    }
    if (article.getPubStatus() != PubStatus.USABLE) {
      boolean news = versions.stream().anyMatch(each -> !each.held());
      return new Step(
          with(each -> true, PublishedVersion::withHold), news ? RecallKind.HOLD : null);
    }
    if (article.getSignal() != Signal.CORRECTION) {
      return new Step(and(article.getVersion(), now), null);
    }
    Predicate<PublishedVersion> before = each -> each.version() < article.getVersion();
    boolean news = versions.stream().filter(before).anyMatch(each -> !each.corrected());
    return new Step(
        with(before, PublishedVersion::withCorrection).and(article.getVersion(), now),
        news ? RecallKind.CORRECTION : null);
  }

  private PublishedVersions with(
      Predicate<PublishedVersion> which, UnaryOperator<PublishedVersion> change) {
    return new PublishedVersions(
        versions.stream().map(each -> which.test(each) ? change.apply(each) : each).toList(),
        leftOut);
  }

  /** Whoever went out once has been out since then. */
  private PublishedVersions and(int version, Instant now) {
    if (versions.stream().anyMatch(each -> each.version() == version)) {
      return this;
    }
    var more = new ArrayList<>(versions);
    more.add(PublishedVersion.of(version, now));
    if (more.size() <= MOST) {
      return new PublishedVersions(more, leftOut);
    }
    more.remove(1);
    return new PublishedVersions(more, leftOut + 1);
  }

  /** Four bytes of what is left out; of each version four of its number, eight of time, a flag. */
  static Serde<PublishedVersions> serde() {
    return Serdes.serdeFrom(
        (topic, published) -> published == null ? null : published.toBytes(),
        (topic, bytes) -> bytes == null ? null : of(ByteBuffer.wrap(bytes)));
  }

  private byte[] toBytes() {
    var bytes = ByteBuffer.allocate(Integer.BYTES + versions.size() * BYTES_OF_ONE);
    bytes.putInt(leftOut);
    for (var each : versions) {
      var since = each.since();
      bytes.putInt(each.version()).putLong(since == null ? NEVER : since.toEpochMilli());
      bytes.put((byte) ((each.corrected() ? CORRECTED : 0) | (each.held() ? HELD : 0)));
    }
    return bytes.array();
  }

  private static PublishedVersions of(ByteBuffer bytes) {
    int leftOut = bytes.getInt();
    var versions = new ArrayList<PublishedVersion>();
    while (bytes.hasRemaining()) {
      int version = bytes.getInt();
      long since = bytes.getLong();
      int flags = bytes.get();
      versions.add(
          new PublishedVersion(
              version,
              since == NEVER ? null : Instant.ofEpochMilli(since),
              (flags & CORRECTED) != 0,
              (flags & HELD) != 0));
    }
    return new PublishedVersions(versions, leftOut);
  }
}
