package org.copytaster.enrich.tag;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.copytaster.schemas.record.EntityMention;

/**
 * Puts all mentions of an entity into the partition where Kafka would put them were its id the key.
 */
public final class MentionPartitioner implements StreamPartitioner<String, EntityMention> {

  @Override
  public Optional<Set<Integer>> partitions(
      String topic, String key, EntityMention mention, int partitions) {
    var hash = Utils.toPositive(Utils.murmur2(mention.getEntityId().getBytes(UTF_8)));
    return Optional.of(Set.of(hash % partitions));
  }
}
