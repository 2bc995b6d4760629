package org.copytaster.enrich.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.copytaster.schemas.history.VersionHistory;
import org.jspecify.annotations.Nullable;

/**
 * How the version gate keeps what it has let through: four bytes of version, one that says whether
 * the newest is killed, its content hash, a zero byte, four bytes of the version up to which all is
 * killed, eight of the time of the last reading, eight of the time of reception, four of the
 * version up to which nobody remembers what went out, then nine for each kill: its time of
 * reception, and one that says whether it overtook. Earlier releases end before the zero byte,
 * before the time of reception or after it. They read only what they know, and still see rightly
 * what is killed and what is newest, so instances of two releases may share the changelog.
 */
final class HistoryBytes {

  private static final byte END_OF_HASH = 0;
  private static final int TAIL = 1 + 2 * Integer.BYTES + 2 * Long.BYTES;
  private static final int KILL = Long.BYTES + 1;
  private static final int NO_KILL = 0;
  private static final long NEVER = Long.MIN_VALUE;

  private HistoryBytes() {}

  static Serde<LetThrough> serde() {
    return Serdes.serdeFrom(
        (topic, last) -> last == null ? null : bytes(last),
        (topic, bytes) -> bytes == null ? null : last(ByteBuffer.wrap(bytes)));
  }

  private static byte[] bytes(LetThrough last) {
    var history = last.history();
    var hash = history.contentHash().getBytes(UTF_8);
    var killedUpTo = history.killedUpTo();
    boolean killed = history.kills(history.version());
    var bytes =
        ByteBuffer.allocate(5 + hash.length + TAIL + last.kills().size() * KILL)
            .putInt(history.version())
            .put((byte) (killed ? 1 : 0))
            .put(hash)
            .put(END_OF_HASH)
            .putInt(killedUpTo == null ? NO_KILL : killedUpTo)
            .putLong(millis(history.readAgainAt()))
            .putLong(millis(last.receivedAt()))
            .putInt(last.unwatched());
    for (var kill : last.kills()) {
      bytes.putLong(kill.receivedAt().toEpochMilli()).put((byte) (kill.overtook() ? 1 : 0));
    }
    return bytes.array();
  }

  private static LetThrough last(ByteBuffer bytes) {
    int version = bytes.getInt();
    boolean killed = bytes.get() == 1;
    var hash = hash(bytes);
    int killedUpTo = bytes.hasRemaining() ? bytes.getInt() : killed ? version : NO_KILL;
    var readAgainAt = time(bytes);
    var history =
        new VersionHistory(version, killedUpTo == NO_KILL ? null : killedUpTo, hash, readAgainAt);
    var receivedAt = time(bytes);
    return bytes.hasRemaining()
        ? new LetThrough(history, receivedAt, bytes.getInt(), kills(bytes))
        : LetThrough.unwatched(history, receivedAt);
  }

  private static List<LetThrough.TakenKill> kills(ByteBuffer bytes) {
    var kills = new ArrayList<LetThrough.TakenKill>();
    while (bytes.remaining() >= KILL) {
      kills.add(new LetThrough.TakenKill(Instant.ofEpochMilli(bytes.getLong()), bytes.get() == 1));
    }
    return kills;
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

  private static long millis(@Nullable Instant time) {
    return time == null ? NEVER : time.toEpochMilli();
  }

  private static @Nullable Instant time(ByteBuffer bytes) {
    long millis = bytes.hasRemaining() ? bytes.getLong() : NEVER;
    return millis == NEVER ? null : Instant.ofEpochMilli(millis);
  }
}
