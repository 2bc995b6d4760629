package org.copytaster.sink;

/**
 * How far a partition is stored.
 *
 * @param topicId Kafka's id of the topic that the offset belongs to
 * @param nextOffset the first offset that is not stored
 */
record Position(String topicId, long nextOffset) {}
