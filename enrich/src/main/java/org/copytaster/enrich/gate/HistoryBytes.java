package org.copytaster.enrich.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.copytaster.schemas.history.VersionHistory;
import org.jspecify.annotations.Nullable;

/**
 * How the version gate keeps a history: four bytes of version, one that says whether the newest is
 * killed, its content hash. What that cannot say follows after a zero byte: four bytes of the
 * version up to which all is killed, eight of the time of the last reading. Who knows only the
 * first three still sees rightly what is killed and what is newest, so instances of two releases
 * may share the changelog.
 */
final class HistoryBytes {

  private static final byte END_OF_HASH = 0;
  private static final int TAIL = 1 + Integer.BYTES + Long.BYTES;
  private static final int NO_KILL = 0;
  private static final long NEVER = Long.MIN_VALUE;

  private HistoryBytes() {}

  static Serde<VersionHistory> serde() {
    return Serdes.serdeFrom(
        (topic, history) -> history == null ? null : bytes(history),
        (topic, bytes) -> bytes == null ? null : history(ByteBuffer.wrap(bytes)));
  }

  private static byte[] bytes(VersionHistory history) {
    var hash = history.contentHash().getBytes(UTF_8);
    var killedUpTo = history.killedUpTo();
    var readAgainAt = history.readAgainAt();
    boolean killed = history.kills(history.version());
    boolean more = readAgainAt != null || (killedUpTo != null && !killed);
    var bytes = ByteBuffer.allocate(5 + hash.length + (more ? TAIL : 0));
    bytes.putInt(history.version()).put((byte) (killed ? 1 : 0)).put(hash);
    if (more) {
      bytes.put(END_OF_HASH).putInt(killedUpTo == null ? NO_KILL : killedUpTo);
      bytes.putLong(readAgainAt == null ? NEVER : readAgainAt.toEpochMilli());
    }
    return bytes.array();
  }

  private static VersionHistory history(ByteBuffer bytes) {
    int version = bytes.getInt();
    boolean killed = bytes.get() == 1;
    var hash = hash(bytes);
    int killedUpTo = bytes.hasRemaining() ? bytes.getInt() : killed ? version : NO_KILL;
    long readAgainAt = bytes.hasRemaining() ? bytes.getLong() : NEVER;
    return new VersionHistory(
        version, killedUpTo == NO_KILL ? null : killedUpTo, hash, time(readAgainAt));
  }

  /** Up to the zero byte, which is read too, or to the end. */
  private static String hash(ByteBuffer bytes) {
    int start = bytes.position();
    int length = 0;
    while (bytes.hasRemaining() && bytes.get() != END_OF_HASH) {
      length++;
    }
    return new String(bytes.array(), bytes.arrayOffset() + start, length, UTF_8);
  }

  private static @Nullable Instant time(long millis) {
    return millis == NEVER ? null : Instant.ofEpochMilli(millis);
  }
}
