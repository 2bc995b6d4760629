package org.copytaster.runtime.signed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.copytaster.runtime.Secret;
import org.junit.jupiter.api.Test;

/** Against the values that Standard Webhooks' own libraries are tested with. */
class WebhookSignaturesTest {

  private static final Secret SECRET = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  private static final Secret OTHER = new Secret("another secret in plain text");
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final Instant TIME = Instant.ofEpochSecond(1_614_265_330);
  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  @Test
  void aSignatureIsTheOneThatOthersMake() {
    assertThat(WebhookSignatures.sign(List.of(SECRET), ID, TIME, BODY)).isEqualTo(SIGNATURE);
  }

  @Test
  void whileASecretIsReplacedBothSign() {
    var signatures = WebhookSignatures.sign(List.of(OTHER, SECRET), ID, TIME, BODY);

    assertThat(signatures.split(" ")).hasSize(2).endsWith(SIGNATURE);
    assertThat(WebhookSignatures.fit(SECRET, ID, "1614265330", BODY, signatures)).isTrue();
    assertThat(WebhookSignatures.fit(OTHER, ID, "1614265330", BODY, signatures)).isTrue();
  }

  @Test
  void whatWasChangedOrSignedByAnotherDoesNotFit() {
    assertThat(WebhookSignatures.fit(SECRET, ID, "1614265331", BODY, SIGNATURE)).isFalse();
    assertThat(WebhookSignatures.fit(SECRET, ID + "x", "1614265330", BODY, SIGNATURE)).isFalse();
    assertThat(WebhookSignatures.fit(OTHER, ID, "1614265330", BODY, SIGNATURE)).isFalse();
    assertThat(WebhookSignatures.fit(SECRET, ID, "1614265330", new byte[0], SIGNATURE)).isFalse();
    assertThat(WebhookSignatures.fit(SECRET, ID, "1614265330", BODY, "")).isFalse();
  }

  @Test
  void aSecretBehindItsMarkMustBeBase64() {
    assertThat(WebhookSignatures.canSign(SECRET)).isTrue();
    assertThat(WebhookSignatures.canSign(OTHER)).isTrue();
    assertThat(WebhookSignatures.canSign(new Secret("whsec_no-base-64"))).isFalse();
    assertThat(WebhookSignatures.canSign(Secret.NONE)).isFalse();
  }
}
