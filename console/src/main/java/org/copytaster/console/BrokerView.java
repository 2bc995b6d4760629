package org.copytaster.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.copytaster.console.lag.GroupLag;
import org.copytaster.console.lag.LagWatch;

/** What the broker knows: how far the groups are behind, and what lies among the dead letters. */
final class BrokerView implements AutoCloseable {

  private static final int MOST_TOPICS = 50;

  private final Consumer<byte[], byte[]> consumer;
  private final ConsoleSettings.Groups groups;
  private final LagWatch watch;
  private final NewestDeadLetters letters;

  /**
   * @param consumer for this view alone
   * @param watch that measures the lag
   */
  BrokerView(
      Consumer<byte[], byte[]> consumer,
      ConsoleSettings.Groups groups,
      LagWatch watch,
      String deadLetters) {
    this.consumer = consumer;
    this.groups = groups;
    this.watch = watch;
    this.letters = new NewestDeadLetters(consumer, deadLetters);
  }

  /**
   * The lag of each of our groups, by topic, as it was measured last.
   *
   * @throws KafkaException if the broker does not answer
   */
  ArrayNode groups() {
    var measured =
        watch.latest().orElseThrow(() -> new KafkaException("the lag is not measured now"));
    return ArticleJson.JSON
        .createArrayNode()
        .add(group("enrich", measured.lags()).put("group", groups.enrich()))
        .add(group("sink", measured.lags()).put("group", groups.sink()));
  }

  /**
   * How many dead letters there are, and of the newest what their headers say.
   *
   * @throws KafkaException if the broker does not answer
   */
  ObjectNode deadLetters() {
    return letters.asked();
  }

  @Override
  public void close() {
    consumer.close();
  }

  private static ObjectNode group(String service, List<GroupLag> lags) {
    var byTopic = new TreeMap<String, Long>();
    double oldest = 0;
    for (var lag : lags) {
      if (lag.reader().equals(service)) {
        byTopic.merge(lag.partition().topic(), lag.progress().records(), Long::sum);
        oldest = Math.max(oldest, known(lag.progress().seconds()));
      }
    }
    var node = ArticleJson.JSON.createObjectNode().put("service", service);
    node.put("lag", byTopic.values().stream().mapToLong(Long::longValue).sum());
    node.put("oldestSeconds", Math.round(oldest));
    var topics = node.putArray("topics");
    byTopic.entrySet().stream()
        .limit(MOST_TOPICS)
        .forEach(
            each -> topics.addObject().put("topic", each.getKey()).put("lag", each.getValue()));
    return node;
  }

  private static double known(double seconds) {
    return Double.isNaN(seconds) ? 0 : seconds;
  }
}
