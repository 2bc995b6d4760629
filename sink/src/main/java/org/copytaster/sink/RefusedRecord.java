package org.copytaster.sink;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.copytaster.schemas.record.Article;

/**
 * A record that cannot be stored.
 *
 * @param article what it holds, where it could be read
 * @param reason one sentence without any of the article's text
 */
record RefusedRecord(
    ConsumerRecord<byte[], byte[]> record,
    Optional<Article> article,
    Exception cause,
    String reason) {}
