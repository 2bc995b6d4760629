package org.copytaster.console.recall;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.log.Fault;
import org.copytaster.runtime.time.Countdown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was called back, who has acted on it, and, every few seconds, how many are late. */
public final class Recalls implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Recalls.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final int REST = 20;
  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final int MOST_ANSWERS = 64;
  private static final int MOST_NAMED = 50;
  private static final String OTHERS = "other";

  private final RecallTables tables;
  private final SubscriberFolder folder;
  private final Clock clock;
  private final RecallMetrics metrics;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "console-recalls"));
  private final Map<Question, Answer> answers = new LinkedHashMap<>();
  private final Countdown untilCount = new Countdown();
  private boolean answering = true;

  /** Pages ask the same every few seconds; what is a second old serves them all. */
  private record Answer(List<ObjectNode> recalls, Countdown untilStale) {}

  /**
   * Nobody is counted before {@link #start}.
   *
   * @param pool to read the store through
   */
  public Recalls(DataSource pool, SubscriberFolder folder, Metrics metrics, Clock clock) {
    this.tables = new RecallTables(pool);
    this.folder = folder;
    this.clock = clock;
    this.metrics = new RecallMetrics(metrics, folder::refused);
  }

  public void start() {
    var unused =
        thread.scheduleWithFixedDelay(this::count, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Newest first, without their versions; as they were a second ago at most.
   *
   * @throws SQLException if the store does not answer
   */
  public List<ObjectNode> find(Question question) throws SQLException {
    synchronized (answers) {
      answers.values().removeIf(answer -> answer.untilStale().over());
      var known = answers.get(question);
      if (known != null) {
        return known.recalls();
      }
    }
    var found = asked(question);
    synchronized (answers) {
      if (answers.size() < MOST_ANSWERS) {
        answers.put(question, new Answer(found, Countdown.of(FRESH)));
      }
    }
    return found;
  }

  private List<ObjectNode> asked(Question question) throws SQLException {
    var subscribers = folder.subscribers();
    var json = new RecallJson(subscribers, clock.instant());
    return tables.find(question, subscribers).stream().map(json::summary).toList();
  }

  /**
   * One recall with its versions.
   *
   * @throws SQLException if the store does not answer
   */
  public Optional<ObjectNode> one(String id) throws SQLException {
    var subscribers = folder.subscribers();
    var json = new RecallJson(subscribers, clock.instant());
    return tables.one(id, subscribers).map(json::whole);
  }

  /** Whose key it is. */
  public Optional<Subscriber> withKey(String key) {
    return folder.subscribers().withKey(key);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  /** Every few seconds, and more rarely where counting takes long. */
  private void count() {
    if (untilCount.over()) {
      long begun = System.nanoTime();
      counted();
      var rest = Duration.ofNanos(System.nanoTime() - begun).multipliedBy(REST);
      untilCount.start(rest.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : rest);
    }
  }

  private void counted() {
    try {
      var subscribers = folder.subscribers();
      var counts = tables.counts(subscribers, clock.instant());
      var late = new HashMap<String, Long>();
      var named = subscribers.all().stream().map(Subscriber::name).limit(MOST_NAMED).toList();
      named.forEach(name -> late.put(name, 0L));
      counts
          .late()
          .forEach(
              (name, count) -> late.merge(named.contains(name) ? name : OTHERS, count, Long::sum));
      metrics.counted(counts.open(), Map.copyOf(late));
      answering = true;
    } catch (SQLException | RuntimeException e) {
      // the sink may not have made the tables yet; what was counted last stays
      if (answering) {
        LOG.warn("recalls cannot be counted: {}", Fault.of(e));
      }
      answering = false;
    }
  }
}
