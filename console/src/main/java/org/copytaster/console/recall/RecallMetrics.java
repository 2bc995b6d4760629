package org.copytaster.console.recall;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.copytaster.runtime.Metrics;

/** The meters of recalls, named in one place. */
final class RecallMetrics {

  /** Recalls that a subscriber has not acknowledged. */
  static final String OPEN = "copytaster.console.recalls.open";

  /** Of them, how many each subscriber is late with. */
  static final String LATE = "copytaster.console.acknowledgements.late";

  /** Subscriber files that cannot be taken; their last good state is in use. */
  static final String REFUSED = "copytaster.console.subscriber.files.refused";

  private final AtomicLong open = new AtomicLong();
  private final MultiGauge late;

  RecallMetrics(Metrics metrics, Supplier<Number> refused) {
    metrics.gauge(OPEN, "recalls that a subscriber has not acknowledged", open::get);
    metrics.gauge(REFUSED, "subscriber files that cannot be taken", refused);
    this.late =
        MultiGauge.builder(LATE)
            .description("recalls that a subscriber has not acknowledged in its time")
            .register(metrics.registry());
  }

  void counted(long openNow, Map<String, Long> lateNow) {
    open.set(openNow);
    late.register(
        lateNow.entrySet().stream()
            .map(each -> MultiGauge.Row.of(Tags.of("subscriber", each.getKey()), each.getValue()))
            .toList(),
        true);
  }
}
