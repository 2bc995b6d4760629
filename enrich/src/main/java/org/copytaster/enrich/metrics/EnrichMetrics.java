package org.copytaster.enrich.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.client.KafkaMetrics;
import org.copytaster.schemas.record.ActKind;
import org.copytaster.schemas.record.ActOutcome;
import org.copytaster.schemas.record.HeldCause;
import org.copytaster.tagging.text.SpokenLanguage;
import org.jspecify.annotations.Nullable;

/** Every meter of enrich. */
public final class EnrichMetrics {

  /** Articles by what became of them. */
  static final String ARTICLES = "copytaster.enrich.articles";

  /**
   * From the broker's acknowledgement of an article to its tags. What was held, is put back or
   * comes by the slow lane does not count.
   */
  static final String PUBLISHED_TO_ENRICHED = "copytaster.enrich.published.to.enriched";

  /** Time spent in tagging one article. */
  static final String TAGGING = "copytaster.enrich.tagging";

  /** Articles held because an embargo could not be read: somebody has to look. */
  static final String HELD_UNCLEAR = "copytaster.enrich.held.unclear";

  /** Articles that are held now, by cause. */
  static final String HELD = "copytaster.enrich.held";

  /** When the next held article goes out by itself: seconds since 1970; NaN for none. */
  static final String NEXT_RELEASE = "copytaster.enrich.next.release";

  /** How much later than its time a held article was released. */
  static final String RELEASE_LATE = "copytaster.enrich.release.late";

  /** Acts of editors, by kind and by what became of them: applied, refused, repeat. */
  static final String ACTS = "copytaster.enrich.acts";

  /** Articles by language, and whether an engine was there that knows it. */
  static final String LANGUAGES = "copytaster.enrich.languages";

  /** Ids in the authority lists in use. */
  static final String AUTHORITY_ENTRIES = "copytaster.enrich.authority.entries";

  /** Authority lists that cannot be read; their last good state is in use. */
  static final String AUTHORITY_BROKEN = "copytaster.enrich.authority.broken";

  /** 1 if names should be read by the encoder, too, and it cannot be had here. */
  static final String ENCODER_MISSING = "copytaster.enrich.encoder.missing";

  private static final List<String> OUTCOMES =
      List.of("enriched", "untagged", "held", "released", "stale", "repeat", "failed");

  /** Sources may name languages that nobody knows; these share a label. */
  private static final Set<String> KNOWN = Set.of(Locale.getISOLanguages());

  private final Metrics metrics;
  private final Counter heldUnclear;
  private final Timer published;
  private final Timer tagging;
  private final Timer late;
  private final Map<String, Holding> holdings = new ConcurrentHashMap<>();

  /**
   * What one task holds.
   *
   * @param counts of articles by cause
   * @param next when the first of them goes out, epoch milliseconds; the highest long for never
   */
  public record Holding(Map<HeldCause, Integer> counts, long next) {
    public Holding {
      counts = Map.copyOf(counts);
    }
  }

  public EnrichMetrics(Metrics metrics) {
    this.metrics = metrics;
    this.heldUnclear = metrics.counter(HELD_UNCLEAR, "held for an embargo that was not readable");
    this.published = metrics.histogram(PUBLISHED_TO_ENRICHED, "from the broker's receipt to tags");
    this.tagging = metrics.histogram(TAGGING, "tagging of one article");
    this.late = metrics.histogram(RELEASE_LATE, "from the end of an embargo to the release");
    for (var cause : HeldCause.values()) {
      metrics.gauge(HELD, "articles that are held", () -> held(cause), "cause", label(cause));
    }
    metrics.gauge(NEXT_RELEASE, "when the next held article goes out", this::nextRelease);
    languages("und", false).increment(0);
    // an alert sees that it grows, and so not the first one if it was not there before
    OUTCOMES.forEach(outcome -> articles(outcome).increment(0));
    for (var kind : ActKind.values()) {
      for (var outcome : ActOutcome.values()) {
        acts(kind, label(outcome)).increment(0);
      }
    }
  }

  public void stopped(String outcome) {
    count(outcome);
  }

  public void held(boolean unclear) {
    count("held");
    if (unclear) {
      heldUnclear.increment();
    }
  }

  /** Tells what a task holds now. */
  public void holds(String task, Holding holding) {
    holdings.put(task, holding);
  }

  /** The task is closed here: another instance may have it. */
  public void holdsNoMore(String task) {
    holdings.remove(task);
  }

  public void late(Duration late) {
    this.late.record(late);
  }

  public void acted(ActKind kind, ActOutcome outcome) {
    acts(kind, label(outcome)).increment();
  }

  /** The same act came again, and was not done again. */
  public void actRepeated(ActKind kind) {
    acts(kind, "repeat").increment();
  }

  private Counter acts(ActKind kind, String result) {
    return metrics.counter(ACTS, "acts of editors", "kind", label(kind), "result", result);
  }

  private int held(HeldCause cause) {
    return holdings.values().stream().mapToInt(each -> each.counts().getOrDefault(cause, 0)).sum();
  }

  private double nextRelease() {
    long next = holdings.values().stream().mapToLong(Holding::next).min().orElse(Long.MAX_VALUE);
    return next == Long.MAX_VALUE ? Double.NaN : next / 1_000.0;
  }

  private static String label(Enum<?> symbol) {
    return symbol.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public void released() {
    count("released");
  }

  public void failed() {
    count("failed");
  }

  public void enriched(boolean tagged) {
    count(tagged ? "enriched" : "untagged");
  }

  /** How long an article took that somebody waits for; clocks differ, so less than none is none. */
  public void took(Duration sincePublished) {
    published.record(sincePublished.isNegative() ? Duration.ZERO : sincePublished);
  }

  /**
   * Counts the language of an article that has a text.
   *
   * @param language BCP 47, or null where none was found
   * @param tagged whether an engine read it
   */
  public void spoken(@Nullable String language, boolean tagged) {
    var primary = language == null ? "und" : SpokenLanguage.primary(language);
    languages(primary.equals("und") || KNOWN.contains(primary) ? primary : "other", tagged)
        .increment();
  }

  public Timer tagging() {
    return tagging;
  }

  /** Served without a folder, too: an alert on a metric that is not there never rings. */
  public void watchAuthority(Supplier<Number> entries, Supplier<Number> broken) {
    metrics.gauge(AUTHORITY_ENTRIES, "ids in the authority lists in use", entries);
    metrics.gauge(AUTHORITY_BROKEN, "authority lists that cannot be read", broken);
  }

  /** Says whether the encoder was asked for and cannot be had; served in any case, as above. */
  public void watchEncoder(boolean missing) {
    metrics.gauge(ENCODER_MISSING, "whether the encoder cannot be had", () -> missing ? 1 : 0);
  }

  public void watch(KafkaStreams streams) {
    KafkaMetrics.watch(metrics, streams, KafkaStreams::metrics, KafkaMetrics.Kind.values());
  }

  private Counter languages(String language, boolean tagged) {
    return metrics.counter(
        LANGUAGES,
        "articles by language",
        "language",
        language,
        "tagged",
        Boolean.toString(tagged));
  }

  private void count(String outcome) {
    articles(outcome).increment();
  }

  private Counter articles(String outcome) {
    return metrics.counter(ARTICLES, "articles by what became of them", "outcome", outcome);
  }
}
