package org.copytaster.enrich.gate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.copytaster.enrich.metrics.EnrichMetrics;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.Receipts;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Signal;
import org.copytaster.schemas.record.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an article back until its embargo is over. Fails closed: an embargo that could not be read
 * holds the article until a newer version says better. A test goes no further at all. A newer
 * version takes the place of the one that is held; a kill removes it and passes at once.
 *
 * <p>Whether an embargo is over the clock says, at each look anew; that it is looked at every
 * second does not hang on the clock, see {@code SteadyTime}.
 */
public final class EmbargoGate implements Processor<String, GateDecision, String, GateDecision> {

  static final String STORE = "held-articles";
  static final Duration LOOK = Duration.ofSeconds(1);

  private final EnrichMetrics metrics;
  private final Clock clock;
  private @Nullable ProcessorContext<String, GateDecision> context;
  private @Nullable KeyValueStore<String, HeldArticle> held;

  /** When to look into the store next, epoch milliseconds: most seconds there is nothing to do. */
  private long nextRelease;

  private EmbargoGate(EnrichMetrics metrics, Clock clock) {
    this.metrics = metrics;
    this.clock = clock;
  }

  public static ProcessorSupplier<String, GateDecision, String, GateDecision> supplier(
      Serde<Article> articles, String topic, EnrichMetrics metrics, Clock clock) {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<String, GateDecision, String, GateDecision> get() {
        return new EmbargoGate(metrics, clock);
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return Set.of(
            Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(STORE),
                Serdes.String(),
                HeldArticle.serde(articles, topic)));
      }
    };
  }

  @Override
  public void init(ProcessorContext<String, GateDecision> context) {
    this.context = context;
    this.held = context.getStateStore(STORE);
    this.nextRelease = Long.MIN_VALUE;
    context.schedule(LOOK, PunctuationType.WALL_CLOCK_TIME, steady -> release(clock.millis()));
  }

  @Override
  public void process(Record<String, GateDecision> record) {
    if (!(record.value() instanceof GateDecision.Pass pass)) {
      context().forward(record);
      return;
    }
    var article = pass.article();
    if (isTest(article)) {
      var receipt =
          Receipts.of(
              article, Stage.HELD, clock.instant(), "it is a test, and goes no further", "enrich");
      context().forward(record.withValue(new GateDecision.Stop(receipt)));
      return;
    }
    var release = releaseAt(article);
    if (release.isEmpty()) {
      if (held().delete(article.getGuid()) != null) {
        metrics.released();
      }
      context().forward(record);
      return;
    }
    hold(record, article, release.get());
  }

  private void hold(Record<String, GateDecision> record, Article article, long releaseAt) {
    var trace = EventHeaders.trace(record.headers()).orElse("");
    held().put(article.getGuid(), new HeldArticle(releaseAt, trace, article));
    nextRelease = Math.min(nextRelease, releaseAt);
    boolean unclear = releaseAt == HeldArticle.NEVER;
    metrics.held(unclear);
    var reason =
        unclear
            ? "it is under an embargo whose end could not be read; a newer version releases it"
            : "it is under embargo until " + Instant.ofEpochMilli(releaseAt);
    var now = clock.instant();
    var receipt = Receipts.of(article, Stage.HELD, now, reason, "enrich");
    context().forward(record.withValue(new GateDecision.Stop(receipt)));
  }

  private static boolean isTest(Article article) {
    return article.getPubStatus() != PubStatus.CANCELED && article.getSignal() == Signal.TEST;
  }

  /** When the article may go on; empty for at once. */
  private Optional<Long> releaseAt(Article article) {
    if (article.getPubStatus() != PubStatus.USABLE) {
      return Optional.empty();
    }
    if (article.getEmbargoUnread()) {
      return Optional.of(HeldArticle.NEVER);
    }
    var embargoed = article.getEmbargoed();
    if (embargoed != null) {
      long end = embargoed.toEpochMilli();
      return end > clock.millis() ? Optional.of(end) : Optional.empty();
    }
    return Optional.empty();
  }

  private void release(long now) {
    if (now < nextRelease) {
      return;
    }
    var due = new ArrayList<KeyValue<String, HeldArticle>>();
    nextRelease = HeldArticle.NEVER;
    try (var all = held().all()) {
      while (all.hasNext()) {
        var each = all.next();
        if (each.value.releaseAt() <= now) {
          due.add(each);
        } else {
          nextRelease = Math.min(nextRelease, each.value.releaseAt());
        }
      }
    }
    for (var each : due) {
      held().delete(each.key);
      metrics.released();
      var headers = new RecordHeaders();
      EventHeaders.trace(headers, each.value.trace());
      GateDecision pass = new GateDecision.Pass(each.value.article());
      // a record cannot be from before 1970, a clock can say so
      context().forward(new Record<>(each.key, pass, Math.max(0, now), headers));
    }
  }

  private ProcessorContext<String, GateDecision> context() {
    return Objects.requireNonNull(context);
  }

  private KeyValueStore<String, HeldArticle> held() {
    return Objects.requireNonNull(held);
  }
}
