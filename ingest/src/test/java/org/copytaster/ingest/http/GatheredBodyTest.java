package org.copytaster.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class GatheredBodyTest {

  private static final int LARGEST = 10_000;
  private static final GatheredBody.Whole NOTHING = (received, to) -> {};

  private final GatheredBody body = new GatheredBody(LARGEST, 25_000);

  @Test
  void aBodyOfTheLargestSizeIsGatheredAndNotOneByteMore() throws RequestRefusedException {
    var taker = body.gather(LARGEST, NOTHING);
    for (int i = 0; i < LARGEST; i++) {
      taker.take(ByteBuffer.wrap(new byte[] {1}));
    }

    assertRefused(413, () -> taker.take(ByteBuffer.wrap(new byte[] {1})));
    assertRefused(413, () -> body.gather(LARGEST + 1, NOTHING));
  }

  @Test
  void bodiesOnTheirWayShareWhatMayBeHeld() throws RequestRefusedException {
    var first = body.gather(-1, NOTHING);
    var second = body.gather(-1, NOTHING);
    first.take(ByteBuffer.allocate(LARGEST));
    second.take(ByteBuffer.allocate(LARGEST));
    var third = body.gather(-1, NOTHING);

    assertRefused(429, () -> third.take(ByteBuffer.allocate(LARGEST)));
    third.letGo();
    first.letGo();

    body.gather(-1, NOTHING).take(ByteBuffer.allocate(LARGEST));
  }

  @Test
  void aBodyThatTricklesIsHeldForWhatItIs() throws RequestRefusedException {
    for (int i = 0; i < 20; i++) {
      body.gather(LARGEST, NOTHING).take(ByteBuffer.wrap(new byte[] {1}));
    }
  }

  @Test
  void whoLetsGoTwiceIsCountedOnce() throws RequestRefusedException {
    var taker = body.gather(-1, NOTHING);
    taker.take(ByteBuffer.allocate(LARGEST));
    taker.letGo();
    taker.letGo();

    body.gather(-1, NOTHING).take(ByteBuffer.allocate(LARGEST));
    body.gather(-1, NOTHING).take(ByteBuffer.allocate(LARGEST));
    assertRefused(429, () -> body.gather(-1, NOTHING).take(ByteBuffer.allocate(LARGEST)));
  }

  private static void assertRefused(int status, ThrowingCallable call) {
    assertThatExceptionOfType(RequestRefusedException.class)
        .isThrownBy(call)
        .satisfies(refusal -> assertThat(refusal.reply().status()).isEqualTo(status));
  }
}
