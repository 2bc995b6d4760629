package org.copytaster.enrich.tag;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.Entity;

/**
 * Whom and what the published version of a guid names: what there is to be taken back.
 *
 * @param entityIds each once, in the article's order
 */
public record MentionedEntities(Set<String> entityIds) {

  public static final MentionedEntities NOBODY = new MentionedEntities(Set.of());

  public MentionedEntities {
    entityIds = Collections.unmodifiableSet(new LinkedHashSet<>(entityIds));
  }

  public static MentionedEntities in(EnrichedArticle enriched) {
    return new MentionedEntities(
        enriched.getEntities().stream()
            .map(Entity::getId)
            .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  public boolean isEmpty() {
    return entityIds.isEmpty();
  }

  /** The ids that {@code later} has no more. */
  public Set<String> missingIn(MentionedEntities later) {
    var missing = new LinkedHashSet<>(entityIds);
    missing.removeAll(later.entityIds);
    return missing;
  }

  /** Of each id four bytes of length and its UTF-8. */
  public static Serde<MentionedEntities> serde() {
    return Serdes.serdeFrom(
        (topic, mentioned) -> mentioned == null ? null : mentioned.toBytes(),
        (topic, bytes) -> bytes == null ? null : of(ByteBuffer.wrap(bytes)));
  }

  private byte[] toBytes() {
    var ids = entityIds.stream().map(id -> id.getBytes(UTF_8)).toList();
    var bytes = ByteBuffer.allocate(ids.stream().mapToInt(id -> Integer.BYTES + id.length).sum());
    ids.forEach(id -> bytes.putInt(id.length).put(id));
    return bytes.array();
  }

  private static MentionedEntities of(ByteBuffer bytes) {
    var ids = new LinkedHashSet<String>();
    while (bytes.hasRemaining()) {
      var id = new byte[bytes.getInt()];
      bytes.get(id);
      ids.add(new String(id, UTF_8));
    }
    return new MentionedEntities(ids);
  }
}
