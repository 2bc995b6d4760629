package org.copytaster.sink;

import org.apache.kafka.common.TopicPartition;

/**
 * A step of a partition's position.
 *
 * @param from where the position must stand; if it does not, another owner has moved it
 * @param next the first offset that is not stored after the step
 */
record PositionStep(TopicPartition partition, Position from, long next) {}
