package org.copytaster.enrich.gate;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.copytaster.enrich.metrics.EnrichMetrics;
import org.copytaster.runtime.trace.StepKind;
import org.copytaster.runtime.trace.TracedStep;
import org.copytaster.runtime.trace.Tracing;
import org.copytaster.schemas.DeadLetter;
import org.copytaster.schemas.Receipts;
import org.copytaster.schemas.history.Verdict;
import org.copytaster.schemas.history.VersionHistory;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Lets through what the {@link VersionHistory} of its guid does not refuse, and each record once.
 * Should the offsets of the group ever go back, as they can when a broker loses its latest records,
 * the same record comes again; what was made of it stands on the topics already. A dead letter that
 * somebody has put back is let through.
 */
public final class VersionGate implements Processor<String, Article, String, GateDecision> {

  /** The name of its store, for those who {@link #unwatched ask} it. */
  public static final String STORE = "newest-versions";

  private final EnrichMetrics metrics;
  private final Clock clock;
  private final Tracing tracing;
  private @Nullable ProcessorContext<String, GateDecision> context;
  private @Nullable KeyValueStore<String, LetThrough> lastOf;

  private VersionGate(EnrichMetrics metrics, Clock clock, Tracing tracing) {
    this.metrics = metrics;
    this.clock = clock;
    this.tracing = tracing;
  }

  public static ProcessorSupplier<String, Article, String, GateDecision> supplier(
      EnrichMetrics metrics, Clock clock, Tracing tracing) {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<String, Article, String, GateDecision> get() {
        return new VersionGate(metrics, clock, tracing);
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return Set.of(
            Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(STORE), Serdes.String(), HistoryBytes.serde()));
      }
    };
  }

  /**
   * Tells of a guid up to which version something was let through before anybody remembered what
   * went out, and not killed since; 0 where there is none. Whether it went out or was held nobody
   * knows.
   *
   * @param context of a processor that is connected to {@link #STORE}
   */
  public static ToIntFunction<String> unwatched(ProcessorContext<?, ?> context) {
    KeyValueStore<String, LetThrough> store = context.getStateStore(STORE);
    return guid -> Objects.requireNonNullElse(store.get(guid), LetThrough.NOTHING).unwatched();
  }

  @Override
  public void init(ProcessorContext<String, GateDecision> context) {
    this.context = context;
    this.lastOf = context.getStateStore(STORE);
  }

  @Override
  public void process(Record<String, Article> arriving) {
    Optional<Record<String, GateDecision>> decided;
    try (var step =
        ArticleStep.open(tracing, StepKind.VERSION_GATE, arriving.value(), arriving.headers())) {
      Objects.requireNonNull(context)
          .recordMetadata()
          .ifPresent(place -> step.at(place.topic(), place.partition(), place.offset()));
      decided = decided(arriving, step).map(record -> ArticleStep.carrying(record, step));
    }
    // what comes after it tells of itself, and takes no time of this one
    decided.ifPresent(record -> Objects.requireNonNull(context).forward(record));
  }

  /** The record with what is decided on it; nothing for one that was let through before. */
  private Optional<Record<String, GateDecision>> decided(
      Record<String, Article> arriving, TracedStep step) {
    boolean overtook = OvertakingTime.overtook(arriving);
    var record = OvertakingTime.inItsOwnTime(arriving, clock);
    var store = Objects.requireNonNull(lastOf);
    var article = record.value();
    var last = Objects.requireNonNullElse(store.get(article.getGuid()), LetThrough.NOTHING);
    if (last.was(article) && !DeadLetter.wasReplayed(record.headers())) {
      metrics.stopped("repeat");
      step.decided("repeat");
      var inItsPlace = last.inItsPlace(article);
      if (!overtook && !inItsPlace.equals(last)) {
        store.put(article.getGuid(), inItsPlace);
      }
      return Optional.empty();
    }
    if (!overtook && last.wasOvertaken(article)) {
      last = last.killed(article);
      store.put(article.getGuid(), last);
    }
    if (last.history().judge(article) instanceof Verdict.Refused refused) {
      step.decided("stale");
      return Optional.of(record.withValue(refusal(article, refused)));
    }
    if (!VersionHistory.isTest(article)) {
      store.put(article.getGuid(), last.after(article, overtook));
    }
    step.decided("pass");
    return Optional.of(record.withValue(new GateDecision.Pass(last.history().declared(article))));
  }

  private GateDecision refusal(Article article, Verdict.Refused refused) {
    metrics.stopped("stale");
    return new GateDecision.Stop(
        Receipts.of(article, Stage.REFUSED, clock.instant(), refused.reason(), "enrich"));
  }
}
