package org.copytaster.console.webhook;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.copytaster.runtime.Metrics;

/** The meter of webhooks. */
final class WebhookMetrics {

  /** Tries by what became of them: delivered, acknowledged, failed, given-up. */
  static final String WEBHOOKS = "copytaster.console.webhooks";

  private static final int MOST_NAMED = 50;

  private final Metrics metrics;
  private final Set<String> named = ConcurrentHashMap.newKeySet();

  WebhookMetrics(Metrics metrics) {
    this.metrics = metrics;
  }

  /** So that what has not happened yet is there and can be watched. */
  void begin(String subscriber) {
    for (var outcome : new String[] {"delivered", "acknowledged", "failed", "given-up"}) {
      count(subscriber, outcome, 0);
    }
  }

  void counted(String subscriber, String outcome) {
    count(subscriber, outcome, 1);
  }

  private void count(String subscriber, String outcome, int times) {
    boolean known = named.contains(subscriber);
    if (!known && named.size() < MOST_NAMED) {
      known = named.add(subscriber);
    }
    metrics
        .counter(
            WEBHOOKS,
            "recalls sent to subscribers, by what became of each try",
            "subscriber",
            known ? subscriber : "other",
            "outcome",
            outcome)
        .increment(times);
  }
}
