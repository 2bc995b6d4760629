package org.copytaster.enrich.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.copytaster.schemas.record.Article;

/**
 * An article that the embargo gate keeps back.
 *
 * @param releaseAt epoch milliseconds; {@link #NEVER} where only a newer version can release it
 * @param trace the traceparent that it came with, or empty
 */
record HeldArticle(long releaseAt, String trace, Article article) {

  static final long NEVER = Long.MAX_VALUE;

  /** Eight bytes of time, two of the trace's length, the trace, the article as it travels. */
  static Serde<HeldArticle> serde(Serde<Article> articles, String topic) {
    return Serdes.serdeFrom(
        (store, held) -> {
          if (held == null) {
            return null;
          }
          var trace = held.trace.getBytes(UTF_8);
          var article = articles.serializer().serialize(topic, held.article);
          return ByteBuffer.allocate(10 + trace.length + article.length)
              .putLong(held.releaseAt)
              .putShort((short) trace.length)
              .put(trace)
              .put(article)
              .array();
        },
        (store, bytes) -> {
          if (bytes == null) {
            return null;
          }
          var in = ByteBuffer.wrap(bytes);
          long releaseAt = in.getLong();
          var trace = new byte[in.getShort()];
          in.get(trace);
          var article = new byte[in.remaining()];
          in.get(article);
          return new HeldArticle(
              releaseAt,
              new String(trace, UTF_8),
              articles.deserializer().deserialize(topic, article));
        });
  }
}
