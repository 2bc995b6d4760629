package org.copytaster.enrich;

import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.copytaster.schemas.Receipts;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Lets an article through unless a newer version of its guid was seen. Equal versions pass, so that
 * a dead letter that is replayed is not dropped here. A kill passes whatever its version, and
 * nothing up to the version that it killed passes after it.
 */
final class VersionGate implements Processor<String, Article, String, Outcome> {

  static final String STORE = "newest-versions";

  private final EnrichMetrics metrics;
  private final Clock clock;
  private @Nullable ProcessorContext<String, Outcome> context;
  private @Nullable KeyValueStore<String, Newest> newest;

  private VersionGate(EnrichMetrics metrics, Clock clock) {
    this.metrics = metrics;
    this.clock = clock;
  }

  static ProcessorSupplier<String, Article, String, Outcome> supplier(
      EnrichMetrics metrics, Clock clock) {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<String, Article, String, Outcome> get() {
        return new VersionGate(metrics, clock);
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return Set.of(
            Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(STORE), Serdes.String(), Newest.serde()));
      }
    };
  }

  @Override
  public void init(ProcessorContext<String, Outcome> context) {
    this.context = context;
    this.newest = context.getStateStore(STORE);
  }

  @Override
  public void process(Record<String, Article> record) {
    var store = Objects.requireNonNull(newest);
    var article = record.value();
    var before = Objects.requireNonNullElseGet(store.get(article.getGuid()), Newest::none);
    var reason = reasonToStop(article, before);
    if (reason == null) {
      store.put(article.getGuid(), Newest.after(article, before));
      forward(record.withValue(new Outcome.Pass(article)));
    } else {
      metrics.stopped("stale");
      var receipt = Receipts.of(article, Stage.REFUSED, clock.instant(), reason, "enrich");
      forward(record.withValue(new Outcome.Stop(receipt)));
    }
  }

  private static @Nullable String reasonToStop(Article article, Newest before) {
    int version = article.getVersion();
    if (article.getPubStatus() == PubStatus.CANCELED) {
      return null;
    }
    if (before.killed() && version <= before.version()) {
      return "it was killed, at version " + before.version();
    }
    if (version < before.version()) {
      return "it is stale: version " + before.version() + " came before it";
    }
    boolean other = !article.getContentHash().equals(before.contentHash());
    return version == before.version() && other
        ? "version " + version + " came before it with other content"
        : null;
  }

  private void forward(Record<String, Outcome> record) {
    Objects.requireNonNull(context).forward(record);
  }
}
