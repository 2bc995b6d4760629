package org.copytaster.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.runtime.Secret;
import org.copytaster.runtime.Settings;
import org.junit.jupiter.api.Test;

class AnsweringTest {

  /** What the issue of being ready promises: 503 within five seconds. */
  private static final Duration PROMISED = Duration.ofSeconds(5);

  @Test
  void whatNeverAnsweredIsNotThere() {
    try (var answering = Answering.start("part", AnsweringTest::refuse)) {
      assertThat(answering.now()).isFalse();
    }
  }

  @Test
  void whatHangsIsAwayWithinFiveSeconds() {
    var hanging = new AtomicBoolean();
    var forEver = new CountDownLatch(1);
    try (var answering =
        Answering.start(
            "part",
            () -> {
              if (hanging.get()) {
                forEver.await();
              }
            })) {
      await().until(answering::now);

      hanging.set(true);

      await().atMost(PROMISED).until(() -> !answering.now());
    }
  }

  @Test
  void whatAnswersAgainIsBack() {
    var away = new AtomicBoolean(true);
    try (var answering =
        Answering.start(
            "part",
            () -> {
              if (away.get()) {
                refuse();
              }
            })) {
      assertThat(answering.now()).isFalse();

      away.set(false);

      await().atMost(PROMISED).until(answering::now);
    }
  }

  @Test
  void aDatabaseThatTakesConnectionsAndSaysNothingDoesNotAnswer() throws IOException {
    try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        var answering =
            Answering.database(
                "jdbc:none://127.0.0.1:" + silent.getLocalPort() + "/x", "user", Secret.NONE)) {
      await()
          .during(Duration.ofSeconds(2))
          .atMost(Duration.ofSeconds(3))
          .until(() -> !answering.now());
    }
  }

  @Test
  void aBrokerThatTakesConnectionsAndSaysNothingDoesNotAnswer() throws IOException {
    try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var kafka =
          KafkaSettings.read(
              Settings.of(
                  java.util.Map.of(
                      "COPYTASTER_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + silent.getLocalPort())));
      try (var answering = Answering.broker(kafka)) {
        await()
            .during(Duration.ofSeconds(4))
            .atMost(Duration.ofSeconds(5))
            .until(() -> !answering.now());
      }
    }
  }

  private static void refuse() throws IOException {
    throw new IOException("away");
  }
}
