package org.copytaster.enrich.gate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.PunctuationType;
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
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.LatencyHeaders;
import org.copytaster.schemas.Receipts;
import org.copytaster.schemas.history.VersionHistory;
import org.copytaster.schemas.record.Act;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.HeldCause;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an article back until its embargo is over, or an editor says otherwise. Fails closed: an
 * embargo that could not be read holds the article until a newer version or an editor says better.
 * A test goes no further at all. A newer version takes the place of the one that is held; a kill
 * removes it and passes at once.
 *
 * <p>Whether an embargo is over the clock says, at each look anew; that it is looked at does not
 * hang on the clock, see {@code SteadyTime}.
 */
public final class EmbargoGate implements Processor<String, GateDecision, String, GateDecision> {

  static final String STORE = "held-articles";
  static final String DONE = "done-acts";

  /** An article goes out so much later than its time at most, and what one commit takes. */
  static final Duration LOOK = Duration.ofMillis(100);

  /** Released in one look: to tag more would take a transaction longer than it may last. */
  private static final int AT_ONCE = 20;

  private final Serde<Article> articles;
  private final String topic;
  private final EnrichMetrics metrics;
  private final Clock clock;
  private final Tracing tracing;
  private @Nullable ProcessorContext<String, GateDecision> context;
  private @Nullable KeyValueStore<String, HeldArticle> stored;
  private @Nullable HeldArticles held;
  private @Nullable KeyValueStore<String, DoneActs> done;

  private EmbargoGate(
      Serde<Article> articles, String topic, EnrichMetrics metrics, Clock clock, Tracing tracing) {
    this.tracing = tracing;
    this.articles = articles;
    this.topic = topic;
    this.metrics = metrics;
    this.clock = clock;
  }

  public static ProcessorSupplier<String, GateDecision, String, GateDecision> supplier(
      Serde<Article> articles, String topic, EnrichMetrics metrics, Clock clock, Tracing tracing) {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<String, GateDecision, String, GateDecision> get() {
        return new EmbargoGate(articles, topic, metrics, clock, tracing);
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return Set.of(
            Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(STORE), Serdes.String(), HeldArticle.serde()),
            Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(DONE), Serdes.String(), DoneActs.serde()));
      }
    };
  }

  @Override
  public void init(ProcessorContext<String, GateDecision> context) {
    this.context = context;
    this.stored = context.getStateStore(STORE);
    this.held = null;
    this.done = context.getStateStore(DONE);
    context.schedule(LOOK, PunctuationType.WALL_CLOCK_TIME, steady -> look(clock.millis()));
  }

  @Override
  public void close() {
    if (context != null) {
      metrics.holdsNoMore(context.taskId().toString());
    }
  }

  @Override
  public void process(Record<String, GateDecision> record) {
    if (record.value() instanceof GateDecision.Asked asked) {
      try (var step = tracing.step(StepKind.JUDGE_ACT, ArticleStep.trace(record.headers()))) {
        step.about(record.key(), null);
        var headers = ArticleStep.carrying(record.headers(), step);
        step.decided(act(record.key(), ActRecords.bounded(asked.act()), headers));
      }
    } else if (record.value() instanceof GateDecision.Pass pass) {
      try (var step =
          ArticleStep.open(tracing, StepKind.EMBARGO_GATE, pass.article(), record.headers())) {
        article(ArticleStep.carrying(record, step), pass.article(), step);
      }
    } else {
      context().forward(record);
    }
  }

  private void article(Record<String, GateDecision> record, Article article, TracedStep step) {
    if (VersionHistory.isTest(article)) {
      step.decided("test");
      stop(article, "it is a test, and goes no further", record.headers());
      return;
    }
    var arriving = arriving(record, article, done(article.getGuid()));
    if (arriving != null) {
      step.decided("hold");
      hold(record, article, arriving);
      return;
    }
    step.decided("pass");
    if (held().remove(article.getGuid())) {
      metrics.released();
      list(article.getGuid(), null, null);
    }
    // what comes after it tells of itself, and takes no time of this one
    step.close();
    context().forward(record);
  }

  /** How the article is held; null where it may go on. */
  private @Nullable HeldArticle arriving(
      Record<String, GateDecision> record, Article article, DoneActs done) {
    long now = clock.millis();
    if (article.getPubStatus() != PubStatus.USABLE || done.frees(article)) {
      return null;
    }
    long end = end(article);
    boolean unread = end == HeldArticle.NEVER;
    var note = new HoldNote(now, unread ? HeldCause.UNREAD : HeldCause.EMBARGO, null);
    var kept = done.kept();
    if (kept != null && kept.meets(article)) {
      note = kept.note(note, end);
      end = kept.end(end);
    }
    if (end <= now) {
      return null;
    }
    var bytes = articles.serializer().serialize(topic, article);
    return new HeldArticle(end, EventHeaders.trace(record.headers()).orElse(""), note, bytes);
  }

  private void hold(Record<String, GateDecision> record, Article article, HeldArticle arriving) {
    var guid = article.getGuid();
    var before = held().get(guid);
    boolean same = before != null && DoneActs.sameContent(read(before), article);
    var holding = ActJudge.replaced(arriving, before, same);
    held().put(guid, holding);
    metrics.held(holding.note().cause() == HeldCause.UNREAD);
    list(guid, article, holding);
    stop(article, reason(holding), record.headers());
  }

  /** What came of it, in one word. */
  private String act(String guid, Act act, Headers headers) {
    var before = done(guid);
    if (before.has(act)) {
      metrics.actRepeated(act.getKind());
      return "repeat";
    }
    var holding = guid.equals(act.getGuid()) ? held().get(guid) : null;
    var article = holding == null ? null : read(holding);
    var decided = ActJudge.decide(act, holding, article, clock.instant());
    metrics.acted(act.getKind(), decided.outcome());
    var after = before.with(act);
    if (holding == null) {
      after = after.keeping(KeptAct.of(act));
    }
    if (decided.applied() && holding != null && article != null) {
      var now = decided.held();
      after = now == null ? after.freeing(article) : after;
      apply(article, holding, now, headers);
    }
    doneActs().put(guid, after);
    forward(
        guid,
        new GateDecision.Audited(ActRecords.audit(act, decided, article, clock.instant())),
        headers);
    return decided.outcome().name().toLowerCase(Locale.ROOT);
  }

  private void apply(
      Article article, HeldArticle before, @Nullable HeldArticle now, Headers headers) {
    if (now == null) {
      release(article, before, clock.instant(), ArticleStep.trace(headers));
    } else {
      held().put(article.getGuid(), now);
      list(article.getGuid(), article, now);
      stop(article, reason(now), headers);
    }
  }

  private void stop(Article article, String reason, Headers headers) {
    var receipt = Receipts.of(article, Stage.HELD, clock.instant(), reason, "enrich");
    forward(article.getGuid(), new GateDecision.Stop(receipt), headers);
  }

  private static String reason(HeldArticle held) {
    var end = Instant.ofEpochMilli(held.releaseAt());
    return switch (held.note().cause()) {
      case HOLD_BY -> "an editor holds it until somebody releases it";
      case UNREAD ->
          "it is under an embargo whose end could not be read; a newer version or an editor"
              + " releases it";
      default ->
          held.note().by() == null
              ? "it is under embargo until " + end
              : "it is under embargo until " + end + ", which an editor has set";
    };
  }

  /** When the embargo of a usable article ends; epoch milliseconds, long ago for none. */
  private static long end(Article article) {
    var embargoed = article.getEmbargoed();
    return article.getEmbargoUnread()
        ? HeldArticle.NEVER
        : embargoed == null ? Long.MIN_VALUE : embargoed.toEpochMilli();
  }

  private void look(long now) {
    for (var guid : held().unlisted()) {
      listForTheFirstTime(guid);
    }
    for (var guid : held().due(now, AT_ONCE)) {
      var due = Objects.requireNonNull(held().get(guid));
      var article = read(due);
      if (due.note().by() != null) {
        doneActs().put(guid, done(guid).freeing(article));
      }
      metrics.late(Duration.ofMillis(Math.max(0, now - due.releaseAt())));
      release(article, due, Instant.ofEpochMilli(due.releaseAt()), null);
    }
    told();
  }

  /**
   * @param at when it was due: what is late after that is late, and not what it was held before
   * @param act the trace of the act that lets it go; null where its time has come
   */
  private void release(Article article, HeldArticle due, Instant at, @Nullable String act) {
    var guid = article.getGuid();
    var headers = new RecordHeaders();
    try (var step = ArticleStep.open(tracing, StepKind.RELEASE, article, due.trace())) {
      step.linked(act).decided(act == null ? "due" : "act");
      held().remove(guid);
      metrics.released();
      list(guid, null, null);
      EventHeaders.trace(headers, step.traceparent().orElse(due.trace()));
    }
    LatencyHeaders.due(headers, at);
    forward(guid, new GateDecision.Pass(article), headers);
  }

  private void listForTheFirstTime(String guid) {
    var old = held().get(guid);
    if (old != null && old.note().since() == HoldNote.UNKNOWN) {
      var article = read(old);
      long since = article.getReceivedAt().toEpochMilli();
      var listed = old.until(old.releaseAt(), new HoldNote(since, old.note().cause(), null));
      held().put(guid, listed);
      list(guid, article, listed);
    }
  }

  private void list(String guid, @Nullable Article article, @Nullable HeldArticle now) {
    var state = article == null || now == null ? null : ActRecords.state(article, now);
    forward(guid, new GateDecision.Listed(state), new RecordHeaders());
    told();
  }

  private void forward(String guid, GateDecision decision, Headers headers) {
    // a record cannot be from before 1970, a clock can say so
    long time = Math.max(0, clock.millis());
    context().forward(new Record<>(guid, decision, time, headers));
  }

  private void told() {
    metrics.holds(
        context().taskId().toString(), new EnrichMetrics.Holding(held().counts(), held().next()));
  }

  private Article read(HeldArticle holding) {
    return articles.deserializer().deserialize(topic, holding.article());
  }

  private DoneActs done(String guid) {
    return Objects.requireNonNullElse(doneActs().get(guid), DoneActs.NONE);
  }

  private ProcessorContext<String, GateDecision> context() {
    return Objects.requireNonNull(context);
  }

  /** Read through at the first look. */
  private HeldArticles held() {
    var known = held;
    if (known == null) {
      known = new HeldArticles(Objects.requireNonNull(stored));
      held = known;
    }
    return known;
  }

  private KeyValueStore<String, DoneActs> doneActs() {
    return Objects.requireNonNull(done);
  }
}
