package org.copytaster.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.copytaster.ingest.source.Source;
import org.copytaster.ingest.source.Way;
import org.junit.jupiter.api.Test;

class BatchRoomTest {

  private final BatchRoom room = new BatchRoom();

  @Test
  void aSourceThatFillsItsShareKeepsNoOtherOut() throws RequestRefusedException {
    for (int i = 0; i < 4; i++) {
      room.enter(known("coast"));
    }

    assertFull(known("coast"));
    room.enter(known("hills"));
    room.leave(known("coast"));
    room.enter(known("coast"));
  }

  @Test
  void allTogetherHoldNoMoreThanSixteenThreads() throws RequestRefusedException {
    for (int i = 0; i < 16; i++) {
      room.enter(known("source-" + i / 4));
    }

    assertFull(known("another"));
    assertFull(new Caller(Source.named("http", new Way.Http()), false));
  }

  @Test
  void whoHasNotShownWhoItIsHasNoShare() throws RequestRefusedException {
    for (int i = 0; i < 16; i++) {
      room.enter(new Caller(Source.named("http", new Way.Http()), false));
    }

    assertFull(known("coast"));
  }

  private void assertFull(Caller caller) {
    assertThatExceptionOfType(RequestRefusedException.class)
        .isThrownBy(() -> room.enter(caller))
        .satisfies(refusal -> assertThat(refusal.reply().status()).isEqualTo(429));
  }

  private static Caller known(String name) {
    return new Caller(Source.named(name, new Way.Http()), true);
  }
}
