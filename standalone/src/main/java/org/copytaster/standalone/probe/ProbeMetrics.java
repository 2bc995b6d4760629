package org.copytaster.standalone.probe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.copytaster.runtime.Metrics;
import org.copytaster.standalone.probe.ProbeRound.Step;

/** The meters of the probe, named in one place. */
final class ProbeMetrics {

  static final String SUCCEEDED = "copytaster.probe.succeeded";
  static final String STEPS = "copytaster.probe.steps";
  static final String FAILURES = "copytaster.probe.failures";

  private final AtomicInteger succeeded = new AtomicInteger(1);
  private final Map<Step, Timer> steps = new EnumMap<>(Step.class);
  private final Map<Step, Counter> failures = new EnumMap<>(Step.class);

  ProbeMetrics(Metrics metrics) {
    metrics.gauge(SUCCEEDED, "whether all steps of the last round came in time", succeeded::get);
    for (var step : Step.values()) {
      var name = step.name().toLowerCase(Locale.ROOT);
      steps.put(step, metrics.histogram(STEPS, "how long a step took", "step", name));
      failures.put(step, metrics.counter(FAILURES, "rounds that failed at a step", "step", name));
    }
  }

  void done(ProbeRound round) {
    round.took().forEach((step, took) -> Objects.requireNonNull(steps.get(step)).record(took));
    round.failed().ifPresent(step -> Objects.requireNonNull(failures.get(step)).increment());
    succeeded.set(round.failed().isEmpty() ? 1 : 0);
  }
}
