package org.copytaster.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdempotentRepliesTest {

  private static final IdempotentReplies.Key KEY = new IdempotentReplies.Key("coast", "k1");
  private static final Reply REPLY = new Reply(202, Map.of(), "{}");

  private final IdempotentReplies answered =
      new IdempotentReplies(Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC));

  @Test
  void theSameBytesGetTheSameAnswer() throws RequestRefusedException {
    assertThat(answered.before(KEY, "a")).isEmpty();
    answered.answer(KEY, REPLY);

    assertThat(answered.before(KEY, "a")).contains(REPLY);
  }

  @Test
  void otherBytesUnderTheSameKeyAreRefused() throws RequestRefusedException {
    assertThat(answered.before(KEY, "a")).isEmpty();
    answered.answer(KEY, REPLY);

    assertThatExceptionOfType(RequestRefusedException.class)
        .isThrownBy(() -> answered.before(KEY, "b"))
        .satisfies(refusal -> assertThat(refusal.reply().status()).isEqualTo(422));
  }

  @Test
  void theSameWhileItIsUnderWayIsAConflict() throws RequestRefusedException {
    assertThat(answered.before(KEY, "a")).isEmpty();

    assertThatExceptionOfType(RequestRefusedException.class)
        .isThrownBy(() -> answered.before(KEY, "a"))
        .satisfies(refusal -> assertThat(refusal.reply().status()).isEqualTo(409));
  }

  @Test
  void anAnswerThatPassesIsNotKept() throws RequestRefusedException {
    assertThat(answered.before(KEY, "a")).isEmpty();
    answered.answer(KEY, new Reply(503, Map.of(), "{}"));

    assertThat(answered.before(KEY, "a")).isEmpty();
  }

  @Test
  void keysOfTwoSourcesDoNotMeet() throws RequestRefusedException {
    assertThat(answered.before(KEY, "a")).isEmpty();

    assertThat(answered.before(new IdempotentReplies.Key("hills", "k1"), "b")).isEmpty();
  }
}
