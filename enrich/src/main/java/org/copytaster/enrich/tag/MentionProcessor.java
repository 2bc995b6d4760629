package org.copytaster.enrich.tag;

import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.MentionKey;
import org.copytaster.schemas.Receipts;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.EntityMention;
import org.jspecify.annotations.Nullable;

/**
 * Makes a light record of each entity, keyed by entity and article, for those who follow one; and
 * takes back those of the version before, where the one that comes names the entity no longer, or
 * must not be used at all. The store says whom the published version of each guid names. Which
 * version is published was decided before: what comes here is.
 */
public final class MentionProcessor
    implements Processor<String, EnrichedArticle, String, EntityMention> {

  public static final String STORE = "mentioned-entities";

  private @Nullable ProcessorContext<String, EntityMention> context;
  private @Nullable KeyValueStore<String, MentionedEntities> published;

  private MentionProcessor() {}

  public static ProcessorSupplier<String, EnrichedArticle, String, EntityMention> supplier() {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<String, EnrichedArticle, String, EntityMention> get() {
        return new MentionProcessor();
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return Set.of(
            Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(STORE), Serdes.String(), MentionedEntities.serde()));
      }
    };
  }

  @Override
  public void init(ProcessorContext<String, EntityMention> context) {
    this.context = context;
    this.published = context.getStateStore(STORE);
  }

  @Override
  public void process(Record<String, EnrichedArticle> record) {
    var enriched = record.value();
    var guid = enriched.getArticle().getGuid();
    var store = Objects.requireNonNull(published);
    var before = Objects.requireNonNullElse(store.get(guid), MentionedEntities.NOBODY);
    var now = MentionedEntities.in(enriched);
    for (var gone : before.missingIn(now)) {
      var retraction = MentionRecords.retraction(gone, enriched);
      forward(record, EventHeaders.ENTITY_RETRACTED, retraction);
    }
    for (var mention : MentionRecords.of(enriched)) {
      forward(record, EventHeaders.ENTITY_MENTIONED, mention);
    }
    if (now.isEmpty() && !before.isEmpty()) {
      store.delete(guid);
    } else if (!now.equals(before)) {
      store.put(guid, now);
    }
  }

  private void forward(
      Record<String, EnrichedArticle> from, String eventType, EntityMention mention) {
    var headers = new RecordHeaders(from.headers());
    var subject = Receipts.keyOf(from.value().getArticle());
    var time = from.value().getEnrichedAt();
    EventHeaders.describe(headers, eventType, "enrich", subject, time);
    Objects.requireNonNull(context)
        .forward(new Record<>(MentionKey.of(mention).key(), mention, from.timestamp(), headers));
  }
}
