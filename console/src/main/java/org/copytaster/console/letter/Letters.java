package org.copytaster.console.letter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.copytaster.console.act.Acts;
import org.copytaster.console.act.RefusedException;
import org.copytaster.console.follow.RecordFetch;
import org.copytaster.console.follow.TopicFollower;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.SparseLog;
import org.copytaster.schemas.RecordSerdes;
import org.copytaster.schemas.RegistryException;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.LetterState;
import org.copytaster.schemas.record.LetterStatus;
import org.eclipse.jetty.server.Handler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** The door of this package: which dead letters there are, and what editors do with them. */
public final class Letters implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Letters.class);

  private final Topics topics;
  private final Clock clock;
  private final TopicFollower<LetterList> follower;
  private final RecordFetch fetch;
  private final LetterDesk desk;

  private Letters(KafkaSettings kafka, Clock clock) {
    this.topics = new Topics(kafka.topicPrefix());
    this.clock = clock;
    this.follower =
        new TopicFollower<>(
            kafka, List.of(topics.deadLetters(), topics.letterStates()), beginning(kafka));
    this.fetch = new RecordFetch(kafka);
    this.desk = new LetterDesk(kafka, clock);
  }

  /** Begins to follow the dead letters, and counts them. */
  public static Letters start(KafkaSettings kafka, Metrics metrics, Clock clock) {
    var letters = new Letters(kafka, clock);
    new LetterMetrics(metrics, letters::counted, letters::age);
    letters.follower.start();
    return letters;
  }

  /**
   * What answers editors.
   *
   * @param acts knows the editors
   * @param pool of the store, which knows what was killed
   * @param answered is told how long each answer took
   */
  public Handler handler(Acts acts, DataSource pool, Consumer<Duration> answered) {
    return new LetterHandler(acts, this, new LetterGate(pool, acts), answered);
  }

  /**
   * What is told of one letter elsewhere.
   *
   * @param what dead-letter, or what was done with it
   * @param said the rest: where it stands, why, who did it
   */
  public record Told(Instant time, String what, ObjectNode said) {}

  /**
   * The dead letters of an article, and what was done with them.
   *
   * @throws RefusedException while they have not been read
   */
  public List<Told> about(String guid) throws RefusedException {
    var told = new ArrayList<Told>();
    for (var entry : list().about(guid)) {
      var said = LetterReplies.entry(entry);
      said.remove(List.of("time", "guid", "by", "why", "stateTime"));
      told.add(new Told(entry.line().time(), "dead-letter", said));
      var state = entry.state();
      if (state != null) {
        var done = LetterReplies.entry(entry);
        done.retain("letter", "version", "by");
        if (state.getReason() != null) {
          done.put("reason", state.getReason());
        }
        var what = state.getStatus().name().toLowerCase(Locale.ROOT);
        told.add(new Told(state.getTime(), what, done));
      }
    }
    return told;
  }

  /** What answers where nobody is an editor. */
  public static Handler closed() {
    return Acts.closed(LetterHandler::here);
  }

  @Override
  public void close() {
    follower.close();
    desk.close();
    fetch.close();
  }

  /**
   * The list as it is known.
   *
   * @throws RefusedException while the topics have not been read to their ends
   */
  LetterList list() throws RefusedException {
    var list = follower.current();
    if (list == null) {
      throw RefusedException.later("the dead letters have not been read yet; try again");
    }
    return list;
  }

  Optional<ConsumerRecord<byte[], byte[]>> fetch(int partition, long offset) {
    return fetch.at(topics.deadLetters(), partition, offset);
  }

  LetterDesk.Outcome carryOut(ConsumerRecord<byte[], byte[]> letter, LetterDesk.Order order) {
    return desk.carryOut(letter, order);
  }

  private int counted(LetterStatus status) {
    var list = follower.current();
    return list == null ? 0 : list.counts().getOrDefault(status, 0);
  }

  private double age() {
    var oldest = Optional.ofNullable(follower.current()).flatMap(LetterList::oldestOpen);
    return oldest
        .map(time -> Math.max(0, Duration.between(time, clock.instant()).toMillis() / 1_000.0))
        .orElse(0.0);
  }

  private TopicFollower.Beginning<LetterList> beginning(KafkaSettings kafka) {
    var serdes = new RecordSerdes(kafka.serializer(), kafka.deserializer(), kafka.serde());
    var states = serdes.<LetterState>newDeserializer();
    var unreadable = new SparseLog(LOG, Level.WARN);
    return new TopicFollower.Beginning<>() {
      @Override
      public LetterList make() {
        return new LetterList(LetterList.MOST);
      }

      @Override
      public void take(LetterList list, ConsumerRecord<byte[], byte[]> record) {
        var key = LetterLine.text(Objects.requireNonNullElse(record.key(), new byte[0]));
        try {
          if (record.topic().equals(topics.letterStates())) {
            var value = record.value();
            list.take(key, value == null ? null : states.deserialize(record.topic(), value));
          } else if (record.value() == null) {
            list.remove(key);
          } else {
            list.take(LetterLine.of(record, topics));
          }
        } catch (RegistryException.UnavailableException e) {
          throw e; // it can be read later
        } catch (RuntimeException e) {
          unreadable.say(
              "{} partition {} offset {} cannot be read and is left out",
              record.topic(),
              record.partition(),
              record.offset());
        }
      }
    };
  }
}
