package org.copytaster.runtime;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The meters of one service, served as Prometheus text. Label values come from closed sets only:
 * never a guid, a headline or anything else that a source can make up.
 */
public final class Metrics implements AutoCloseable {

  /** 1 while the service is ready, else 0: what an alert can be made of. */
  static final String READY = "copytaster.ready";

  /** Free bytes of the disk that has the fewest of those that a service watches. */
  public static final String DISK_FREE = "copytaster.disk.free.bytes";

  /** What was refused at the door, by reason. */
  static final String REFUSED = "copytaster.door.refused";

  /** Always 1; its labels say which build this is. */
  static final String BUILD = "copytaster.build";

  /** When the first certificate that a door with TLS shows is out of date. */
  static final String CERTIFICATE_EXPIRES = "copytaster.certificate.expires";

  /** Spans of traces that were sent, or that nobody took. */
  public static final String SPANS = "copytaster.traces.spans";

  private static final Duration[] FEW_STEPS = {
    Duration.ofMillis(50),
    Duration.ofMillis(250),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(30)
  };

  private static final Duration[] STEPS = {
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(2),
    Duration.ofMillis(2_500),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10),
    Duration.ofSeconds(30),
    Duration.ofMinutes(1),
    Duration.ofMinutes(2),
    Duration.ofMinutes(5),
    Duration.ofMinutes(15)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final List<AutoCloseable> open = new ArrayList<>();
  private final String service;

  public Metrics(String service) {
    this.service = service;
    registry.config().commonTags(List.of(Tag.of("service", service)));
    bind(new JvmMemoryMetrics());
    bind(new JvmGcMetrics());
    bind(new JvmThreadMetrics());
    bind(new ProcessorMetrics());
    bind(new UptimeMetrics());
    // classes that no jar brought, as in a test, have no version
    var version = Metrics.class.getPackage().getImplementationVersion();
    gauge(
        BUILD,
        "always 1; which build this is",
        () -> 1,
        "version",
        Objects.requireNonNullElse(version, "unpackaged"),
        "java",
        Runtime.version().toString());
  }

  /** Adds what a library offers, for instance the meters of a Kafka client. */
  public synchronized void bind(MeterBinder binder) {
    binder.bindTo(registry);
    if (binder instanceof AutoCloseable closeable) {
      open.add(closeable);
    }
  }

  /** Whose they are. */
  public String service() {
    return service;
  }

  public MeterRegistry registry() {
    return registry;
  }

  /** A counter; {@code tags} are names and values in turn. */
  public Counter counter(String name, String meaning, String... tags) {
    return Counter.builder(name).description(meaning).tags(tags).register(registry);
  }

  /** A histogram of seconds with the steps that all our dashboards share. */
  public Timer histogram(String name, String meaning, String... tags) {
    return histogram(name, meaning, STEPS, tags);
  }

  /**
   * A histogram of seconds with five steps, from a twentieth of a second to half a minute: for what
   * has a series for each step and each value of a tag, and no objective that asks for more.
   */
  public Timer coarseHistogram(String name, String meaning, String... tags) {
    return histogram(name, meaning, FEW_STEPS, tags);
  }

  private Timer histogram(String name, String meaning, Duration[] steps, String... tags) {
    return Timer.builder(name)
        .description(meaning)
        .tags(tags)
        .serviceLevelObjectives(steps)
        .register(registry);
  }

  /** A gauge that asks {@code value} at each scrape. */
  public void gauge(String name, String meaning, Supplier<Number> value, String... tags) {
    Gauge.builder(name, value)
        .description(meaning)
        .tags(tags)
        .strongReference(true)
        .register(registry);
  }

  /** All meters in Prometheus' text format. */
  public String scrape() {
    return registry.scrape();
  }

  @Override
  public synchronized void close() {
    for (var closeable : open) {
      try {
        closeable.close();
      } catch (Exception e) {
        throw new IllegalStateException("a meter could not be closed", e);
      }
    }
    registry.close();
  }
}
