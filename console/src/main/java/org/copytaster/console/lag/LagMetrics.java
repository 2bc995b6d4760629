package org.copytaster.console.lag;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import org.copytaster.runtime.Metrics;

/** The lags as meters. A group that is gone leaves them, and so do all while nobody knows. */
final class LagMetrics {

  /** Records that a group has not done yet, by partition. */
  static final String RECORDS = "copytaster.console.lag.records";

  /** How old the oldest of them is. */
  static final String SECONDS = "copytaster.console.lag.seconds";

  /** Up to where a group is done: that it moves is output. */
  static final String OFFSET = "copytaster.console.lag.offset";

  private record Place(String reader, String group, String topic, int partition) {
    Tags tags() {
      return Tags.of("reader", reader, "group", group, "topic", topic, "partition", "" + partition);
    }
  }

  private final MultiGauge records;
  private final MultiGauge seconds;
  private final MultiGauge offsets;

  /**
   * What is served of each place. It stays the same object as long as the place is there: a meter
   * that was taken out and put in again might be missing in a scrape, and an alert would begin
   * anew.
   */
  private final Map<Place, AtomicReference<GroupLag.Progress>> places = new HashMap<>();

  LagMetrics(Metrics metrics) {
    this.records = gauge(metrics, RECORDS, "Records that a group has not done yet, at most");
    this.seconds = gauge(metrics, SECONDS, "Age of the oldest record that a group has not done");
    this.offsets = gauge(metrics, OFFSET, "Offset up to which a group is done");
  }

  /** Serves these and no others from now on. */
  void serve(List<GroupLag> lags) {
    var now = new HashMap<Place, AtomicReference<GroupLag.Progress>>();
    for (var lag : lags) {
      var at = lag.partition();
      var place = new Place(lag.reader(), lag.group(), at.topic(), at.partition());
      var value = places.getOrDefault(place, new AtomicReference<>());
      value.set(lag.progress());
      now.put(place, value);
    }
    places.clear();
    places.putAll(now);
    register(records, GroupLag.Progress::records);
    register(seconds, GroupLag.Progress::seconds);
    register(offsets, GroupLag.Progress::offset);
  }

  private void register(MultiGauge gauge, ToDoubleFunction<GroupLag.Progress> value) {
    gauge.register(
        places.entrySet().stream()
            .<MultiGauge.Row<?>>map(
                each ->
                    MultiGauge.Row.of(
                        each.getKey().tags(),
                        each.getValue(),
                        progress -> value.applyAsDouble(progress.get())))
            .toList());
  }

  private static MultiGauge gauge(Metrics metrics, String name, String meaning) {
    return MultiGauge.builder(name).description(meaning).register(metrics.registry());
  }
}
