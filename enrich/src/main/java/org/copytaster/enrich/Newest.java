package org.copytaster.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.PubStatus;

/**
 * The newest version of a guid that the version gate has seen.
 *
 * @param killed whether this version, or a later message about it, was a kill
 */
record Newest(int version, boolean killed, String contentHash) {

  /** What is newest once {@code article} was let through; a kill never lowers the version. */
  static Newest after(Article article, Newest before) {
    boolean kill = article.getPubStatus() == PubStatus.CANCELED;
    int version = Math.max(article.getVersion(), before.version);
    return new Newest(version, kill, article.getContentHash());
  }

  /** Before anything was seen. */
  static Newest none() {
    return new Newest(0, false, "");
  }

  /** Four bytes of version, one that says killed, the hash. */
  static Serde<Newest> serde() {
    return Serdes.serdeFrom(
        (topic, newest) -> newest == null ? null : newest.toBytes(),
        (topic, bytes) -> bytes == null ? null : of(ByteBuffer.wrap(bytes)));
  }

  private byte[] toBytes() {
    var hash = contentHash.getBytes(UTF_8);
    return ByteBuffer.allocate(5 + hash.length)
        .putInt(version)
        .put((byte) (killed ? 1 : 0))
        .put(hash)
        .array();
  }

  private static Newest of(ByteBuffer bytes) {
    int version = bytes.getInt();
    boolean killed = bytes.get() == 1;
    return new Newest(version, killed, UTF_8.decode(bytes).toString());
  }
}
