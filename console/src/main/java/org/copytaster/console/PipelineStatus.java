package org.copytaster.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.common.KafkaException;
import org.copytaster.runtime.time.Countdown;

/**
 * Counts, lag and dead letters in one answer, asked for anew at most every two seconds, and more
 * rarely, up to every ten, where counting takes long.
 */
final class PipelineStatus {

  private static final Duration FRESH = Duration.ofSeconds(2);
  private static final Duration STALE = Duration.ofSeconds(10);
  private static final int REST = 20;

  private final ArticleTables tables;
  private final BrokerView broker;
  private final Notices notices;
  private final Clock clock;
  private ObjectNode last = ArticleJson.JSON.createObjectNode();
  private final Countdown untilStale = new Countdown();

  PipelineStatus(ArticleTables tables, BrokerView broker, Notices notices, Clock clock) {
    this.tables = tables;
    this.broker = broker;
    this.notices = notices;
    this.clock = clock;
  }

  /** The status; what cannot be asked is left out, and {@code problems} says so. */
  synchronized ObjectNode now() {
    if (!untilStale.over()) {
      return last;
    }
    long begun = System.nanoTime();
    var status = ArticleJson.JSON.createObjectNode().put("time", clock.instant().toString());
    var problems = ArticleJson.JSON.createArrayNode();
    try {
      status.set("store", tables.counts());
    } catch (SQLException e) {
      problems.add("the store does not answer");
    }
    try {
      status.set("groups", broker.groups());
      status.set("deadLetters", broker.deadLetters());
    } catch (KafkaException e) {
      problems.add("the broker does not answer");
    }
    notices.now().forEach(problems::add);
    status.set("problems", problems);
    last = status;
    var rest = Duration.ofNanos(System.nanoTime() - begun).multipliedBy(REST);
    untilStale.start(rest.compareTo(FRESH) < 0 ? FRESH : rest.compareTo(STALE) > 0 ? STALE : rest);
    return status;
  }
}
