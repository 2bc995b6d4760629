package org.copytaster.enrich.recall;

import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.copytaster.enrich.gate.VersionGate;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.Recall;
import org.jspecify.annotations.Nullable;

/**
 * Calls back what went out. It sees what is published on {@code news.enriched} and nothing else, in
 * the transaction that publishes it, so what was stopped, held or could not be tagged never went
 * out here either.
 *
 * <p>Of what was let through before there was this store it only knows that there was something:
 * then it calls back rather too much, see {@link VersionGate#unwatched}.
 */
public final class RecallProcessor implements Processor<String, EnrichedArticle, String, Recall> {

  static final String STORE = "published-versions";

  private @Nullable ProcessorContext<String, Recall> context;
  private @Nullable KeyValueStore<String, PublishedVersions> published;
  private @Nullable ToIntFunction<String> unwatched;

  private RecallProcessor() {}

  /** Must be connected to {@link VersionGate#STORE}, too. */
  public static ProcessorSupplier<String, EnrichedArticle, String, Recall> supplier() {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<String, EnrichedArticle, String, Recall> get() {
        return new RecallProcessor();
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return Set.of(
            Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(STORE), Serdes.String(), PublishedVersions.serde()));
      }
    };
  }

  @Override
  public void init(ProcessorContext<String, Recall> context) {
    this.context = context;
    this.published = context.getStateStore(STORE);
    this.unwatched = VersionGate.unwatched(context);
  }

  @Override
  public void process(Record<String, EnrichedArticle> record) {
    var enriched = record.value();
    var guid = enriched.getArticle().getGuid();
    var store = Objects.requireNonNull(published);
    var kept = store.get(guid);
    var before = kept == null ? PublishedVersions.upTo(unwatched(guid)) : kept;
    var step = before.step(enriched.getArticle(), enriched.getEnrichedAt());
    if (step.kind() != null) {
      forward(record, RecallRecords.of(step.kind(), before, enriched));
    }
    if (step.after().equals(PublishedVersions.NONE) && unwatched(guid) == 0) {
      store.delete(guid);
    } else if (!step.after().equals(kept)) {
      store.put(guid, step.after());
    }
  }

  private int unwatched(String guid) {
    return Objects.requireNonNull(unwatched).applyAsInt(guid);
  }

  private void forward(Record<String, EnrichedArticle> from, Recall recall) {
    var headers = new RecordHeaders(from.headers());
    EventHeaders.describe(
        headers, EventHeaders.ARTICLE_RECALLED, "enrich", recall.getId(), recall.getIssuedAt());
    Objects.requireNonNull(context)
        .forward(new Record<>(recall.getGuid(), recall, from.timestamp(), headers));
  }
}
