package org.copytaster.sink;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.log.Fault;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.store.Database;
import org.flywaydb.core.api.FlywayException;

/**
 * Builds the store again from the topics, by the code that writes it every day. Current versions,
 * recalls and acknowledgements come as they were published. Earlier versions stand on {@code
 * news.articles} only, as received, and are tagged again. No record is written to any topic. In the
 * end the positions stand where the reading ended, and a sink goes on from there.
 *
 * @param settings of the sink whose store it is
 * @param clock tells when a row was stored, and which embargo is over
 * @param told is given sentences on the progress, which quote no article
 */
public record Rebuild(SinkSettings settings, Clock clock, Consumer<String> told) {

  /** From what it may start. */
  public enum Begin {
    /** From tables without rows. */
    EMPTY,
    /** All rows are deleted first. */
    CLEARED,
    /** From wherever an earlier one, or a sink, has come. */
    RESUMED
  }

  /**
   * How enrich makes of received versions what it publishes.
   *
   * @param judged gives an article the life that its copy asks for
   * @param tagged makes the enriched article; is called by several threads at a time. Empty if
   *     earlier versions are left out
   */
  public record Past(
      UnaryOperator<Article> judged, Optional<Function<Article, EnrichedArticle>> tagged) {}

  /**
   * What was built.
   *
   * @param current records of current versions, recalls and acknowledgements
   * @param earlier versions before the current ones
   * @param refused records that the store refuses, or that cannot be read or tagged
   */
  public record Built(long current, long earlier, long refused) {}

  /** Why nothing can be built, or nothing more: one sentence that says what to do. */
  public static final class HaltedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HaltedException(String message) {
      super(message);
    }
  }

  /**
   * Builds until all is there that the topics had when it began.
   *
   * @throws HaltedException if it cannot begin, or cannot go on; then it can be resumed
   */
  public Built run(Begin begin, Past past) {
    var metrics = new Metrics("rebuild");
    try (var pool = Database.writing("rebuild", settings.database(), metrics)) {
      var tables = prepared(pool, begin);
      try (var consumer = consumer();
          var topicIds = new TopicIds(Admin.create(settings.kafka().admin()))) {
        var stretch = new TopicStretch(consumer);
        var partitions = partitions(stretch);
        var store = new ArticleStore(pool, clock);
        var places = new Places(store, topicIds, stretch.beginnings(partitions));
        if (begin != Begin.RESUMED) {
          tables.begin(places.beginnings(), begin == Begin.CLEARED);
        }
        return new RebuildWork(this, stretch, places, store).run(past);
      }
    } catch (FencedException e) {
      throw new HaltedException(
          "a sink has written to this store meanwhile; stop all sinks of it, then go on with"
              + " --resume");
    } catch (SQLException e) {
      throw new HaltedException(
          "the store does not answer (" + Fault.of(e) + "); once it does, go on with --resume");
    } catch (FlywayException e) {
      throw new HaltedException("the tables cannot be brought into shape: " + Fault.of(e));
    } catch (RuntimeException e) {
      if (e instanceof HaltedException || !RecordProblems.registryAway(e)) {
        throw e;
      }
      throw new HaltedException(
          "broker or registry does not answer ("
              + Fault.of(e)
              + "); once they do, go on with --resume if anything was stored");
    } finally {
      metrics.close();
    }
  }

  private Tables prepared(HikariDataSource pool, Begin begin) throws SQLException {
    try (var connection = pool.getConnection()) {
      connection.isValid(5); // before anything is migrated: a store that is away is a plain case
    }
    Database.migrate(settings.database());
    var tables = new Tables(pool);
    if (tables.hasSinks()) {
      throw new HaltedException(
          "a sink is connected to this store; stop all sinks of it, or build another database");
    }
    boolean empty = tables.isEmpty();
    if (!empty && begin == Begin.EMPTY) {
      throw new HaltedException(
          "the store is not empty; --clear deletes all that it has, --resume goes on where an"
              + " earlier rebuild was broken off");
    }
    if (empty && begin == Begin.RESUMED) {
      throw new HaltedException("the store is empty: there is nothing to resume");
    }
    return tables;
  }

  private List<TopicPartition> partitions(TopicStretch stretch) {
    var topics = settings.topics();
    var enriched = stretch.partitions(topics.enriched());
    if (enriched.isEmpty() || stretch.isEmpty(enriched)) {
      throw new HaltedException(
          "the topic "
              + topics.enriched()
              + " is not there or is empty, so nothing can be built of it; do broker and"
              + " COPYTASTER_TOPIC_PREFIX belong to this store?");
    }
    var all = new ArrayList<>(enriched);
    all.addAll(stretch.partitions(topics.recalls()));
    all.addAll(stretch.partitions(topics.acknowledgements()));
    return all;
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    var config = settings.kafka().consumer();
    var bytes = new ByteArrayDeserializer();
    // it belongs to no group: nobody else's offsets are moved
    config.remove(ConsumerConfig.GROUP_ID_CONFIG);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batch());
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, "copytaster-rebuild");
    return new KafkaConsumer<>(config, bytes, bytes);
  }

  /** The tables before they are built again. */
  private static final class Tables {

    private static final String FULL =
        """
        select exists (select 1 from articles) or exists (select 1 from recalls)
          or exists (select 1 from acknowledgements) or exists (select 1 from consumer_positions)
        """;

    private static final String SINKS =
        """
        select exists (select 1 from pg_stat_activity
          where datname = current_database() and application_name = 'copytaster-sink')
        """;

    private static final String EMPTY =
        "truncate articles, recalls, acknowledgements, consumer_positions cascade";

    private final DataSource pool;

    Tables(DataSource pool) {
      this.pool = pool;
    }

    /** Whether a sink has a connection to this very database. */
    boolean hasSinks() throws SQLException {
      return says(SINKS);
    }

    boolean isEmpty() throws SQLException {
      return !says(FULL);
    }

    /**
     * Notes where the building starts, before anything is written: a sink that comes too early
     * starts there as well, and is noticed.
     *
     * @param emptied whether all tables lose all that they have
     */
    void begin(Map<TopicPartition, Position> places, boolean emptied) throws SQLException {
      try (var connection = pool.getConnection()) {
        connection.setAutoCommit(false);
        if (emptied) {
          try (var statement = connection.createStatement()) {
            statement.execute(EMPTY);
          }
        }
        for (var place : places.entrySet()) {
          Positions.begin(connection, place.getKey(), place.getValue());
        }
        connection.commit();
      }
    }

    private boolean says(String query) throws SQLException {
      try (Connection connection = pool.getConnection();
          var statement = connection.createStatement();
          var rows = statement.executeQuery(query)) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }

  /** Where a store that is built again stands in the topics that it is built of. */
  static final class Places {

    private final ArticleStore store;
    private final Map<TopicPartition, Position> beginnings = new HashMap<>();
    private final Map<TopicPartition, Position> places = new HashMap<>();

    /** Asks for the id of each topic once; {@code offsets} are where the partitions begin. */
    Places(ArticleStore store, TopicIds topicIds, Map<TopicPartition, Long> offsets) {
      this.store = store;
      var ids = new HashMap<String, String>();
      offsets.forEach(
          (partition, offset) ->
              beginnings.put(
                  partition,
                  new Position(ids.computeIfAbsent(partition.topic(), topicIds::of), offset)));
    }

    Map<TopicPartition, Position> beginnings() {
      return Map.copyOf(beginnings);
    }

    /** Looks up where the store stands; where it does not know a partition, at its beginning. */
    void lookUp() throws SQLException {
      for (var each : beginnings.entrySet()) {
        places.put(each.getKey(), store.position(each.getKey(), each.getValue()));
      }
    }

    /** Whether nothing has been stored of any partition. */
    boolean atBegin() {
      return places.equals(beginnings);
    }

    Map<TopicPartition, Long> offsets() {
      var offsets = new HashMap<TopicPartition, Long>();
      places.forEach((partition, position) -> offsets.put(partition, position.nextOffset()));
      return offsets;
    }

    /** Steps to {@code next}; partitions that do not move are left out. */
    List<PositionStep> steps(Map<TopicPartition, Long> next) {
      var steps = new ArrayList<PositionStep>();
      places.forEach(
          (partition, from) -> {
            long to = next.getOrDefault(partition, from.nextOffset());
            if (to > from.nextOffset()) {
              steps.add(new PositionStep(partition, from, to));
            }
          });
      return steps;
    }

    /** Steps on the spot, which fail as soon as a sink has moved a position. */
    List<PositionStep> standing() {
      var steps = new ArrayList<PositionStep>();
      places.forEach(
          (partition, from) -> steps.add(new PositionStep(partition, from, from.nextOffset())));
      return steps;
    }

    void advanced(List<PositionStep> steps) {
      for (var step : steps) {
        places.put(step.partition(), new Position(step.from().topicId(), step.next()));
      }
    }
  }
}
