package org.copytaster.console;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.copytaster.runtime.Metrics;

/** All meters of the console, named in one place. */
final class ConsoleMetrics {

  static final String REQUESTS = "copytaster.console.requests";
  static final String FOLLOWERS = "copytaster.console.followers";

  /** Files of editors that cannot be taken; their last good state is in use. */
  static final String EDITOR_FILES_REFUSED = "copytaster.console.editor.files.refused";

  /** What was asked for. */
  enum Route {
    ARTICLE,
    VERSIONS,
    DIFFERENCE,
    FIND,
    STATUS,
    EVENTS,
    HELD,
    LETTERS,
    WHERE,
    RECALLS,
    PAGE
  }

  private final Metrics metrics;
  private final Map<Route, Timer> requests = new EnumMap<>(Route.class);

  ConsoleMetrics(Metrics metrics) {
    this.metrics = metrics;
    for (var route : Route.values()) {
      requests.put(
          route,
          metrics.coarseHistogram(
              REQUESTS, "Time to answer", "route", route.name().toLowerCase(Locale.ROOT)));
    }
  }

  void answered(Route route, Duration took) {
    Objects.requireNonNull(requests.get(route)).record(took);
  }

  void editorFilesRefused(Supplier<Number> count) {
    metrics.gauge(EDITOR_FILES_REFUSED, "Files of editors that cannot be taken", count);
  }

  void followers(Supplier<Number> count) {
    metrics.gauge(FOLLOWERS, "Pages that follow the newest articles", count);
  }
}
