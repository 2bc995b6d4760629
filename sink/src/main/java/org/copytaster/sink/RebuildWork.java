package org.copytaster.sink;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.copytaster.runtime.time.Countdown;
import org.copytaster.schemas.Receipts;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.history.Tombstone;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Audit;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.store.StoredVersion;

/**
 * The passes of a rebuild, in the only order in which the store never shows what it must not: what
 * was killed first, without its text; then the current versions; then those before them, which the
 * store takes for stale. In each pass it is the store's own rules that say what becomes of a
 * version, and each may be made twice.
 */
final class RebuildWork {

  private final Topics topics;
  private final TopicStretch stretch;
  private final Rebuild.Places places;
  private final ArticleStore store;
  private final Clock clock;
  private final Consumer<String> told;
  private final RecordReader reader;
  private final Deserializer<Object> deserializer;
  private final PublishedPast published;
  private long current;
  private long earlier;
  private long refused;
  private long looked;

  RebuildWork(Rebuild rebuild, TopicStretch stretch, Rebuild.Places places, ArticleStore store) {
    var settings = rebuild.settings();
    this.topics = settings.topics();
    this.stretch = stretch;
    this.places = places;
    this.store = store;
    this.clock = rebuild.clock();
    this.told = rebuild.told();
    this.deserializer = settings.serdes().newDeserializer();
    this.reader = new RecordReader(deserializer, topics);
    this.published = new PublishedPast(rebuild.clock().instant());
  }

  /** Does all of it; what was built, this time. */
  Rebuild.Built run(Rebuild.Past past) throws SQLException {
    places.lookUp();
    lookAround(past);
    if (places.atBegin() && published.hasKills()) {
      pass("killed versions stored", received -> storeKilled(received, past));
    }
    storeCurrent();
    if (past.tagged().isPresent()) {
      var tagged = past.tagged().get();
      pass("earlier versions stored", received -> storeEarlier(received, past.judged(), tagged));
    }
    return new Rebuild.Built(current, earlier, refused);
  }

  /** Reads which versions went out, what editors did, and what was killed. */
  private void lookAround(Rebuild.Past past) throws SQLException {
    look(
        topics.enriched(),
        EnrichedArticle.class,
        (record, enriched) -> published.published(enriched.getArticle()));
    look(topics.audit(), Audit.class, (record, audit) -> published.acted(audit));
    look(
        topics.articles(),
        Article.class,
        (record, article) -> published.received(record, past.judged().apply(article)));
    told.accept(published.guids() + " guids have gone out");
  }

  private <T> void look(
      String topic, Class<T> type, BiConsumer<ConsumerRecord<byte[], byte[]>, T> taken)
      throws SQLException {
    var progress = new Progress("looking at " + topic, () -> looked, clock, told);
    stretch.read(
        stretch.beginnings(stretch.partitions(topic)),
        records -> {
          for (var record : records) {
            looked++;
            read(record, type).ifPresent(value -> taken.accept(record, value));
          }
        },
        progress);
  }

  /** Stores what is on the topics of the sink, as the sink does, but without receipts. */
  private void storeCurrent() throws SQLException {
    var progress = new Progress("current records stored", () -> current, clock, told);
    var ends = stretch.read(places.offsets(), this::storeCurrent, progress);
    var last = places.steps(ends);
    store.move(last);
    places.advanced(last);
    progress.done();
  }

  private void storeCurrent(ConsumerRecords<byte[], byte[]> records) throws SQLException {
    var next = new HashMap<TopicPartition, Long>();
    records.nextOffsets().forEach((partition, offset) -> next.put(partition, offset.offset()));
    var steps = places.steps(next);
    var read = reader.read(records);
    var stored = store.store(steps, read, refusedByStore -> {});
    places.advanced(steps);
    current += read.arrivals().size() + read.proofs().size() - stored.refusals().size();
    refused += read.refusals().size() + stored.refusals().size();
  }

  /** What a pass over received articles does with those that one poll brought. */
  private interface Storing {
    void store(List<Received> received) throws SQLException;
  }

  private record Received(ConsumerRecord<byte[], byte[]> record, Article article) {}

  private void pass(String what, Storing storing) throws SQLException {
    var progress = new Progress(what, () -> earlier, clock, told);
    stretch.read(
        stretch.beginnings(stretch.partitions(topics.articles())),
        records -> {
          var received = new ArrayList<Received>();
          for (var record : records) {
            read(record, Article.class)
                .ifPresent(article -> received.add(new Received(record, article)));
          }
          storing.store(received);
        },
        progress);
    progress.done();
  }

  private void storeKilled(List<Received> received, Rebuild.Past past) throws SQLException {
    var arrivals = new ArrayList<ArrivedRecord>();
    for (var each : received) {
      var article = past.judged().apply(each.article());
      if (published.isKilled(each.record(), article) && published.isInOrder(article)) {
        var tombstone = new StoredVersion(Tombstone.of(article, clock.instant()), null);
        arrivals.add(new ArrivedRecord(each.record(), tombstone));
      }
    }
    storeReceived(arrivals);
  }

  private void storeEarlier(
      List<Received> received,
      UnaryOperator<Article> judged,
      Function<Article, EnrichedArticle> tagging)
      throws SQLException {
    var wanted = new ArrayList<Received>();
    for (var each : received) {
      if (published.mayBeEarlier(each.record(), each.article())) {
        var article = judged.apply(each.article());
        if (published.isInOrder(article) && !published.isHeld(article)) {
          wanted.add(new Received(each.record(), article));
        }
      }
    }
    var known = store.known(wanted.stream().map(each -> Receipts.keyOf(each.article())).toList());
    wanted.removeIf(each -> known.contains(Receipts.keyOf(each.article())));
    var tagged = wanted.parallelStream().map(each -> tagged(each, tagging)).toList();
    storeReceived(tagged.stream().flatMap(Optional::stream).toList());
    refused += tagged.stream().filter(Optional::isEmpty).count();
  }

  private void storeReceived(List<ArrivedRecord> arrivals) throws SQLException {
    if (arrivals.isEmpty()) {
      return;
    }
    var read = new RecordReader.Read(arrivals, List.of(), List.of());
    var stored = store.store(places.standing(), read, refusedByStore -> {});
    earlier += arrivals.size() - stored.refusals().size();
    refused += stored.refusals().size();
  }

  /** What cannot be tagged was a dead letter when it came and is none of the versions. */
  private static Optional<ArrivedRecord> tagged(
      Received received, Function<Article, EnrichedArticle> tagging) {
    try {
      var enriched = tagging.apply(received.article());
      return Optional.of(ArrivedRecord.of(received.record(), enriched));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  /** What cannot be read was a dead letter when it came. */
  private <T> Optional<T> read(ConsumerRecord<byte[], byte[]> record, Class<T> type) {
    if (record.value() == null) {
      return Optional.empty();
    }
    try {
      var value = deserializer.deserialize(record.topic(), record.value());
      return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
    } catch (RuntimeException e) {
      if (RecordProblems.registryAway(e)) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** Tells every ten seconds, and at the end, how far a pass has come. */
  private static final class Progress implements TopicStretch.Progress {

    private static final Duration BETWEEN = Duration.ofSeconds(10);

    private final String pass;
    private final LongSupplier stored;
    private final long before;
    private final Clock clock;
    private final Consumer<String> told;
    private final Instant begin;
    private final Countdown untilNext = new Countdown();

    /**
     * Begins now.
     *
     * @param pass what is counted, in words
     * @param stored the count, which may have begun with an earlier pass
     */
    Progress(String pass, LongSupplier stored, Clock clock, Consumer<String> told) {
      this.pass = pass;
      this.stored = stored;
      this.before = stored.getAsLong();
      this.clock = clock;
      this.told = told;
      this.begin = clock.instant();
      untilNext.start(BETWEEN);
    }

    @Override
    public void at(long done, long all) {
      if (untilNext.over()) {
        untilNext.start(BETWEEN);
        told.accept(
            String.format(
                Locale.ROOT, "%d %% read; %s", all == 0 ? 100 : done * 100 / all, sentence()));
      }
    }

    /** Tells how it went. */
    void done() {
      told.accept(sentence());
    }

    private String sentence() {
      long millis = Math.max(1, Duration.between(begin, clock.instant()).toMillis());
      double seconds = millis / 1_000.0;
      long count = stored.getAsLong() - before;
      return String.format(
          Locale.ROOT, "%s: %d in %.1f s, %.0f a second", pass, count, seconds, count / seconds);
    }
  }
}
