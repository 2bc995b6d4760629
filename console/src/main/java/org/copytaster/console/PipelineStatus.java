package org.copytaster.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Counts, lag and dead letters in one answer, each with the time that it is of: what does not
 * answer is told as it was known last, and no answer waits for it.
 */
final class PipelineStatus implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** What is older than this is not what people think they look at. */
  private static final Duration OLD = Duration.ofSeconds(15);

  private final AskedPart<ObjectNode> store;
  private final AskedPart<ArrayNode> groups;
  private final AskedPart<ObjectNode> letters;
  private final Notices notices;
  private final Clock clock;

  PipelineStatus(ArticleTables tables, BrokerView broker, Notices notices, Clock clock) {
    this.store = new AskedPart<>("store", tables::counts, clock);
    this.groups = new AskedPart<>("groups", broker::groups, clock);
    this.letters = new AskedPart<>("letters", broker::deadLetters, clock);
    this.notices = notices;
    this.clock = clock;
  }

  /** The status; {@code problems} says what could not be asked, and how old is what is told. */
  ObjectNode now() {
    var end = clock.instant().plus(PATIENCE);
    List.of(store, groups, letters).forEach(AskedPart::begin);
    var counts = store.known(PATIENCE);
    var lags = groups.known(until(end));
    var dead = letters.known(until(end));
    var now = clock.instant();
    var status = ArticleJson.JSON.createObjectNode().put("time", now.toString());
    counts
        .value()
        .ifPresent(of -> status.set("store", of.deepCopy().put("asOf", counts.at().toString())));
    lags.value().ifPresent(of -> status.put("groupsAsOf", lags.at().toString()).set("groups", of));
    dead.value()
        .ifPresent(
            of -> status.set("deadLetters", of.deepCopy().put("asOf", dead.at().toString())));
    var problems = status.putArray("problems");
    old(problems, "the lag of the services", lags, now);
    old(problems, "the dead letters", dead, now);
    if (lags.failed() || dead.failed()) {
      problems.add("the broker does not answer");
    }
    old(problems, "the store", counts, now);
    if (counts.failed()) {
      problems.add("the store does not answer");
    }
    notices.now().forEach(problems::add);
    return status;
  }

  @Override
  public void close() {
    store.close();
    groups.close();
    letters.close();
  }

  private static void old(ArrayNode problems, String what, AskedPart.Known<?> known, Instant now) {
    if (known.value().isPresent() && known.at().plus(OLD).isBefore(now)) {
      problems.add(
          "what is told of " + what + " is of " + known.at().truncatedTo(ChronoUnit.SECONDS));
    }
  }

  private Duration until(Instant end) {
    var left = Duration.between(clock.instant(), end);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
