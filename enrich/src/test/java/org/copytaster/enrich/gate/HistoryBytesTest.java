package org.copytaster.enrich.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serde;
import org.copytaster.enrich.gate.LetThrough.TakenKill;
import org.copytaster.schemas.history.VersionHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HistoryBytesTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123Z");

  private static final Instant RECEIVED = Instant.parse("2026-11-23T11:59:58.321Z");

  private static final List<TakenKill> KILLS =
      List.of(new TakenKill(NOON, true), new TakenKill(RECEIVED, false));

  private final Serde<LetThrough> serde = HistoryBytes.serde();

  static Stream<VersionHistory> histories() {
    return Stream.of(
        VersionHistory.none(),
        new VersionHistory(3, null, "hash", null),
        new VersionHistory(3, 3, "hash", null),
        new VersionHistory(3, 2, "hash", null),
        new VersionHistory(3, null, "hash", NOON),
        new VersionHistory(3, 2, "hash", NOON),
        new VersionHistory(3, 2, "", NOON),
        new VersionHistory(Integer.MAX_VALUE, 1, "f".repeat(64), Instant.EPOCH));
  }

  @ParameterizedTest
  @MethodSource("histories")
  void whatIsKeptIsReadAsItWas(VersionHistory history) {
    for (var receivedAt : Arrays.asList(RECEIVED, null)) {
      for (var kills : List.of(List.<TakenKill>of(), KILLS)) {
        var last = new LetThrough(history, receivedAt, 7, kills);
        assertThat(read(serde.serializer().serialize("topic", last))).isEqualTo(last);
      }
    }
  }

  @Test
  void whatTheReleaseBeforeHasKeptIsRead() {
    assertThat(read(ofTheReleaseBefore(7, 0, "hash")))
        .isEqualTo(unknown(new VersionHistory(7, null, "hash", null)));
    assertThat(read(ofTheReleaseBefore(7, 1, "hash")))
        .isEqualTo(unknown(new VersionHistory(7, 7, "hash", null)));
    assertThat(read(ofTheReleaseBefore(7, 1, "")))
        .isEqualTo(unknown(new VersionHistory(7, 7, "", null)));
  }

  @ParameterizedTest
  @MethodSource("histories")
  void whatWasKeptWithoutTheTimeOfReceptionIsRead(VersionHistory history) {
    var bytes =
        serde.serializer().serialize("topic", new LetThrough(history, RECEIVED, 0, List.of()));
    var before = Arrays.copyOf(bytes, bytes.length - Long.BYTES - Integer.BYTES);

    assertThat(read(before)).isEqualTo(unknown(history));
  }

  @Test
  void whatTheReleaseBeforeLetThroughMayHaveGoneOutUnlessItWasKilled() {
    assertThat(read(ofTheReleaseBefore(7, 0, "hash")).unwatched()).isEqualTo(7);
    assertThat(read(ofTheReleaseBefore(7, 1, "hash")).unwatched()).isZero();
  }

  @ParameterizedTest
  @MethodSource("histories")
  void whatWasKeptWithoutTheKillsIsRead(VersionHistory history) {
    var bytes = serde.serializer().serialize("topic", new LetThrough(history, RECEIVED, 0, KILLS));
    var before = Arrays.copyOf(bytes, bytes.length - KILLS.size() * (Long.BYTES + 1));

    assertThat(read(before)).isEqualTo(new LetThrough(history, RECEIVED, 0, List.of()));
  }

  @ParameterizedTest
  @MethodSource("histories")
  void theReleaseBeforeStillSeesWhatIsNewestAndWhetherItIsKilled(VersionHistory history) {
    var bytes =
        serde.serializer().serialize("topic", new LetThrough(history, RECEIVED, 0, List.of()));
    boolean killed = history.kills(history.version());

    assertThat(Arrays.copyOf(bytes, 5))
        .isEqualTo(ofTheReleaseBefore(history.version(), killed ? 1 : 0, ""));
  }

  @Test
  void nothingIsNothing() {
    assertThat(serde.serializer().serialize("topic", null)).isNull();
    assertThat(serde.deserializer().deserialize("topic", null)).isNull();
  }

  private static LetThrough unknown(VersionHistory history) {
    return LetThrough.unwatched(history, null);
  }

  private LetThrough read(byte[] bytes) {
    return serde.deserializer().deserialize("topic", bytes);
  }

  private static byte[] ofTheReleaseBefore(int version, int killed, String hash) {
    return ByteBuffer.allocate(5 + hash.length())
        .putInt(version)
        .put((byte) killed)
        .put(hash.getBytes(UTF_8))
        .array();
  }
}
