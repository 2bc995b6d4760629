package org.copytaster.sink;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.copytaster.store.Proof;

/**
 * A recall or an acknowledgement that could be read.
 *
 * @param record as it came, for a dead letter
 */
record ArrivedProof(ConsumerRecord<byte[], byte[]> record, Proof proof) {}
