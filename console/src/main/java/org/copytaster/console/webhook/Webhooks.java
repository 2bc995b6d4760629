package org.copytaster.console.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.copytaster.console.recall.Acknowledgements;
import org.copytaster.console.recall.Subscriber;
import org.copytaster.console.recall.SubscriberFolder;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.log.Fault;
import org.copytaster.runtime.time.Countdown;
import org.copytaster.runtime.trace.StepKind;
import org.copytaster.runtime.trace.TracedStep;
import org.copytaster.runtime.trace.Tracing;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.RecordSerdes;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.Recall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A loop for each subscriber with a webhook, as the files say at each moment. */
public final class Webhooks implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** What was issued within a day concerns a subscriber that is new; the rest is on the API. */
  private static final Duration CONCERNS_NEW = Duration.ofDays(1);

  private static final Duration LAST_ONES = Duration.ofSeconds(3);

  private final WebhookSettings settings;
  private final SubscriberFolder folder;
  private final Acknowledgements acknowledgements;
  private final WebhookMetrics metrics;
  private final Tracing tracing;
  private final Clock clock;
  private final WebhookClient client;
  private final Topics topics;
  private final Map<String, Running> running = new HashMap<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "console-webhooks"));

  private record Running(WebhookLoop loop, Thread thread) {}

  /** Who is told what became of them. */
  public record Watch(Metrics metrics, Tracing tracing) {}

  /** None is sent before {@link #start}. */
  public Webhooks(
      WebhookSettings settings,
      SubscriberFolder folder,
      Acknowledgements acknowledgements,
      Watch watch,
      Clock clock) {
    this.settings = settings;
    this.folder = folder;
    this.acknowledgements = acknowledgements;
    this.metrics = new WebhookMetrics(watch.metrics());
    this.tracing = watch.tracing();
    this.clock = clock;
    this.client = new WebhookClient(settings.anyAddress(), clock);
    this.topics = new Topics(settings.kafka().topicPrefix());
  }

  public void start() {
    var unused =
        thread.scheduleWithFixedDelay(this::look, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    thread.shutdownNow();
    synchronized (running) {
      running.values().forEach(each -> each.loop().close());
      var patience = Countdown.of(LAST_ONES);
      running.values().forEach(each -> join(each.thread(), patience));
      running.clear();
    }
    client.close();
  }

  private void look() {
    var wanted = new HashSet<String>();
    for (var subscriber : folder.subscribers().all()) {
      if (subscriber.webhook().isPresent()) {
        wanted.add(subscriber.name());
      }
    }
    synchronized (running) {
      running.entrySet().removeIf(each -> !each.getValue().thread().isAlive());
      for (var name : wanted) {
        try {
          running.computeIfAbsent(name, this::begin);
        } catch (RuntimeException e) {
          LOG.warn("the webhook of {} does not start: {}", name, Fault.of(e));
        }
      }
      running.forEach(
          (name, each) -> {
            if (!wanted.contains(name)) {
              each.loop().close();
            }
          });
    }
  }

  private Running begin(String name) {
    metrics.begin(name);
    var serdes =
        new RecordSerdes(
            settings.kafka().serializer(),
            settings.kafka().deserializer(),
            settings.kafka().serde());
    Deserializer<Object> deserializer = serdes.newDeserializer();
    var bytes = new ByteArrayDeserializer();
    var consumer = new KafkaConsumer<>(config(name), bytes, bytes);
    var loop =
        new WebhookLoop(
            name,
            consumer,
            recall -> done(name, recall, deserializer),
            () -> clock.instant().minus(CONCERNS_NEW));
    var started = new Thread(() -> loop.run(topics.recalls()), "console-webhook-" + name);
    started.setDaemon(true);
    started.start();
    return new Running(loop, started);
  }

  private Map<String, Object> config(String name) {
    var config = settings.kafka().consumer();
    config.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group() + "-" + name);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none"); // the loop says where
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 50);
    config.putIfAbsent(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 120_000);
    config.putIfAbsent(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
    return config;
  }

  private boolean done(String name, PendingRecall pending, Deserializer<Object> deserializer)
      throws InterruptedException {
    var subscriber = folder.subscribers().named(name);
    if (subscriber.isEmpty() || subscriber.get().webhook().isEmpty()) {
      return false; // its file is gone, or cannot be taken: the loop ends, or goes on when it can
    }
    var record = pending.record();
    if (record.value() == null) {
      return true;
    }
    Object value;
    try {
      value = deserializer.deserialize(record.topic(), record.value());
    } catch (RuntimeException e) {
      // the registry may be away; what never was a recall is a dead letter of the sink
      return ends(Instant.ofEpochMilli(record.timestamp()));
    }
    if (!(value instanceof Recall recall)
        || !subscriber.get().concerns(recall.getKind(), recall.getIssuedAt())) {
      return true;
    }
    var trace = EventHeaders.trace(record.headers()).orElse(null);
    try (var step = tracing.step(StepKind.DELIVER, trace).about(recall.getGuid(), null)) {
      return sent(subscriber.get(), recall, step);
    }
  }

  private boolean sent(Subscriber subscriber, Recall recall, TracedStep step)
      throws InterruptedException {
    var name = subscriber.name();
    var tried = client.post(recall, subscriber.webhook().orElseThrow(), step.traceparent());
    var trouble = tried.trouble();
    trouble.ifPresent(step::failed);
    if (trouble.isEmpty()) {
      if (tried.acknowledged() && !acknowledged(recall, name, step)) {
        metrics.counted(name, "failed");
        return false; // sent once more: its acknowledgement is not to be lost
      }
      metrics.counted(name, tried.acknowledged() ? "acknowledged" : "delivered");
      return true;
    }
    metrics.counted(name, "failed");
    if (tried.gone() || ends(recall.getIssuedAt())) {
      metrics.counted(name, "given-up");
      LOG.warn("recall {} is given up: the webhook of {} {}", recall.getId(), name, trouble.get());
      return true;
    }
    LOG.info("recall {} is sent again: the webhook of {} {}", recall.getId(), name, trouble.get());
    return false;
  }

  /** Whether what is from then is tried for the last time. */
  private boolean ends(Instant from) {
    return clock.instant().isAfter(from.plus(settings.end()));
  }

  private boolean acknowledged(Recall recall, String name, TracedStep step)
      throws InterruptedException {
    var trace = step.traceparent().orElse(null);
    var deed = new Acknowledgements.Deed(recall.getId(), recall.getGuid(), name, null, trace);
    try {
      acknowledgements.write(deed).get(15, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("an acknowledgement of {} was not taken: {}", name, Fault.of(e));
      return false;
    }
  }

  /** All of them have the same few seconds, however many there are. */
  private static void join(Thread thread, Countdown patience) {
    try {
      while (thread.isAlive() && !patience.over()) {
        thread.join(100);
      }
      thread.interrupt();
      thread.join(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
