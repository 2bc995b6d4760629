package org.copytaster.standalone.probe;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.copytaster.runtime.Door;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.OpsServer;
import org.copytaster.runtime.Service;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes rounds again and again, and serves what they measured. */
final class ProbeService implements Service {

  private static final Logger LOG = LoggerFactory.getLogger(ProbeService.class);

  private final ProbeClient client;
  private final ProbeRound.Setup setup;
  private final Duration every;
  private final Door door;
  private final Metrics metrics = new Metrics("probe");
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "probe");
  private volatile boolean ready;
  private @Nullable OpsServer server;

  ProbeService(ProbeClient client, ProbeRound.Setup setup, Duration every, Door door) {
    this.client = client;
    this.setup = setup;
    this.every = every;
    this.door = door;
    thread.setDaemon(true);
  }

  @Override
  public String name() {
    return "probe";
  }

  @Override
  public void start() {
    server = OpsServer.start(door, this, metrics, List.of());
    thread.start();
  }

  /** Whether it makes rounds; what they find is for the metrics. */
  @Override
  public boolean ready() {
    return ready;
  }

  @Override
  public void close() {
    closed.countDown();
    thread.interrupt();
    var open = server;
    if (open != null) {
      open.close();
    }
    metrics.close();
  }

  private void run() {
    var meters = new ProbeMetrics(metrics);
    try {
      do {
        var round = new ProbeRound(client, setup, Clock.systemUTC());
        round.run().ifPresent(LOG::warn);
        meters.done(round);
        ready = true;
      } while (!closed.await(every.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      LOG.debug("interrupted to close");
    }
  }
}
