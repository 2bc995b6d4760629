package org.copytaster.console.recall;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.copytaster.runtime.described.InvalidFileException;
import org.copytaster.runtime.described.SecretReferences;
import org.copytaster.schemas.record.RecallKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriberFileTest {

  private static final SecretReferences REFERENCES =
      new SecretReferences(
          Path.of("."),
          Map.of("KEY", "a key of many characters", "BAD", "whsec_a-secret-that-is-none")::get);

  @Test
  void aFileSaysAllOfASubscriber() throws InvalidFileException {
    var subscriber =
        SubscriberFile.parse(
            """
            name: evening-paper
            contact: night desk, +44 20 7946 0000
            must-acknowledge-within: 30m
            key: env:KEY
            kinds: [kill, hold]
            since: 2026-11-30
            url: https://paper.example/recalls
            webhook-secret: env:KEY
            """
                .getBytes(UTF_8),
            REFERENCES);

    assertThat(subscriber.name()).isEqualTo("evening-paper");
    assertThat(subscriber.within()).isEqualTo(Duration.ofMinutes(30));
    assertThat(subscriber.kinds()).containsExactlyInAnyOrder(RecallKind.KILL, RecallKind.HOLD);
    assertThat(subscriber.since()).isEqualTo(Instant.parse("2026-11-30T00:00:00Z"));
    assertThat(subscriber.isKnownBy("a key of many characters")).isTrue();
    assertThat(subscriber.isKnownBy("another key of many")).isFalse();
    assertThat(subscriber.webhook()).isPresent();
    assertThat(subscriber.toString()).doesNotContain("a key of many characters");
  }

  @Test
  void aNameIsEnough() throws InvalidFileException {
    var subscriber = SubscriberFile.parse("name: radio".getBytes(UTF_8), REFERENCES);

    assertThat(subscriber.within()).isEqualTo(Duration.ofMinutes(15));
    assertThat(subscriber.kinds()).isEqualTo(Subscriber.everyKind());
    assertThat(subscriber.concerns(RecallKind.KILL, Instant.EPOCH)).isTrue();
    assertThat(subscriber.isKnownBy("")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "contact: x | name is missing",
        "name: a b | name must be 1 to 40 letters",
        "name: a\\nmust-acknowledge-within: soon | must-acknowledge-within must be a duration",
        "name: a\\nmust-acknowledge-within: 31d | must-acknowledge-within must be from 1s to 30d",
        "name: a\\nkinds: [kil] | kinds must be kill, hold or correction",
        "name: a\\nkinds: [kill, hold, correction, kill] | kinds must not have more than 3",
        "name: a\\nkey: secret-written-here | key must be a reference",
        "name: a\\nkey-hash: nonsense | key-hash must be a hash as 'copytaster key' prints it",
        "name: a\\nurl: https://x.example/ | url needs 'webhook-secret:' beside it",
        "name: a\\nwebhook-secret: env:KEY | webhook-secret goes with 'url:' only",
        "name: a\\nurl: ftp://x.example/ | url must be an address of http or https",
        "name: a\\nurl: https://u:p@x.example/ | url must not hold a password",
        "name: a\\nurl: https://x.example/\\nwebhook-secret: env:BAD | names a secret that is no Base64",
        "name: a\\nsince: yesterday | since must be a date such as",
        "name: a\\nwithin: 5m | within is not a field",
      })
  void whatIsWrongIsNamedWithItsField(String file, String sentence) {
    var thrown =
        catchThrowableOfType(
            InvalidFileException.class,
            () -> SubscriberFile.parse(file.replace("\\n", "\n").getBytes(UTF_8), REFERENCES));

    assertThat(thrown.sentence("a.yaml")).startsWith("a.yaml").contains(sentence);
  }
}
