package org.copytaster.enrich.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * An article that the embargo gate keeps back.
 *
 * @param releaseAt epoch milliseconds; {@link #NEVER} where it does not go out by itself
 * @param trace the traceparent that it came with, or empty
 * @param note why it is held
 * @param article as it travels; not read before it is needed
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of a store, which nobody compares or changes
record HeldArticle(long releaseAt, String trace, HoldNote note, byte[] article) {

  static final long NEVER = Long.MAX_VALUE;

  /** The same, held until another time. */
  HeldArticle until(long time, HoldNote because) {
    return new HeldArticle(time, trace, because, article);
  }

  /**
   * Eight bytes of time, two of a length, so many of trace and note, the article. Releases from
   * before there were notes read the note as part of the trace, which is no trace then, and hold
   * the article as this one does: two releases may share the changelog.
   */
  static Serde<HeldArticle> serde() {
    return Serdes.serdeFrom(
        (store, held) -> held == null ? null : held.bytes(),
        (store, bytes) -> bytes == null ? null : of(ByteBuffer.wrap(bytes)));
  }

  private byte[] bytes() {
    var said = (trace + note.written()).getBytes(UTF_8);
    return ByteBuffer.allocate(10 + said.length + article.length)
        .putLong(releaseAt)
        .putShort((short) said.length)
        .put(said)
        .put(article)
        .array();
  }

  private static HeldArticle of(ByteBuffer in) {
    long releaseAt = in.getLong();
    var said = new byte[in.getShort()];
    in.get(said);
    var article = new byte[in.remaining()];
    in.get(article);
    var text = new String(said, UTF_8);
    int end = text.indexOf('\n');
    var trace = end < 0 ? text : text.substring(0, end);
    var note = end < 0 ? HoldNote.unwritten(releaseAt) : HoldNote.of(text.substring(end));
    return new HeldArticle(releaseAt, trace, note, article);
  }
}
