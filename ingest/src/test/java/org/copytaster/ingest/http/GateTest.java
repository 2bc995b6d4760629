package org.copytaster.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.copytaster.ingest.source.Access;
import org.copytaster.ingest.source.Fingerprint;
import org.copytaster.ingest.source.Source;
import org.copytaster.ingest.source.Sources;
import org.copytaster.ingest.source.TestSources;
import org.copytaster.runtime.Secret;
import org.copytaster.runtime.described.KeyHash;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final byte[] BODY = "{\"guid\":\"g\"}".getBytes(UTF_8);
  private static final Secret KEY = KeyHash.newKey();
  private static final Secret OLD = new Secret("the secret of last month");
  private static final byte[] RAW = "32 raw bytes of a webhook secret".getBytes(UTF_8);
  private static final Secret HOOK = new Secret("whsec_" + Base64.getEncoder().encodeToString(RAW));

  /** Made for these tests, valid in 2026 and 2027; nobody has its key any more. */
  private static final X509Certificate CERTIFICATE =
      certificate(
          """
          -----BEGIN CERTIFICATE-----
          MIIBNjCB3aADAgECAghCcOOIg2IBNTAKBggqhkjOPQQDAjAQMQ4wDAYDVQQDEwVj
          b2FzdDAeFw0yNjAxMDEwMDAwMDBaFw0yODAxMDEwMDAwMDBaMBAxDjAMBgNVBAMT
          BWNvYXN0MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAESapsL+l0M17HD601+OgP
          Vsk4LCrFPrra3IGa8Ke657Z723HWpKGIuRtPOCH/PZhNLpIjHmunnN//SSDSDpe9
          76MhMB8wHQYDVR0OBBYEFPQesm9Ma3SPpuQnK3oc5umoft8NMAoGCCqGSM49BAMC
          A0gAMEUCIQDfFBaALJShoStdvTlyT1fQxPGMhHGfHHsmIun/FKXRUgIgQ/gPbbIo
          aIRbTqdXDXRcKwz5Ofz0bGjyZ1XQ+GOYzJc=
          -----END CERTIFICATE-----
          """);

  private static final Secret DESK = new Secret("the secret of the desk");

  private final Sources guarded =
      new Sources(
          List.of(
              source(
                  "coast", new Access(List.of(KeyHash.of(KEY)), List.of(), List.of(), List.of())),
              source("hooks", new Access(List.of(), List.of(HOOK, OLD), List.of(), List.of())),
              source(
                  "harbour",
                  new Access(
                      List.of(), List.of(), List.of(), List.of(Fingerprint.of(CERTIFICATE)))),
              source("desk", new Access(List.of(), List.of(), List.of(DESK), List.of()))),
          false);

  @Test
  void aKeyTellsItsSource() throws RequestRefusedException {
    assertThat(admit(fields("Authorization", "Bearer " + KEY.reveal()), null)).isEqualTo("coast");
    assertThat(admit(fields("X-Api-Key", KEY.reveal()), null)).isEqualTo("coast");
  }

  @Test
  void aKeyOfAnotherSourceIsNoKeyForThisOne() {
    assertRefused(fields("X-Api-Key", KEY.reveal()), "desk");
  }

  @Test
  void whoBringsNothingOrSomethingElseIsRefused() {
    assertRefused(HttpFields.EMPTY, null);
    assertRefused(HttpFields.EMPTY, "coast");
    assertRefused(fields("X-Api-Key", KEY.reveal() + "x"), null);
    assertRefused(fields("Authorization", "Basic Y29hc3Q6"), null);
  }

  @Test
  void eitherOfTwoWebhookSecretsSigns() throws Exception {
    assertThat(admit(webhook(RAW, NOW, BODY), null)).isEqualTo("hooks");
    assertThat(admit(webhook(OLD.reveal().getBytes(UTF_8), NOW, BODY), null)).isEqualTo("hooks");
  }

  @Test
  void aWebhookIsRefusedOverAnotherBodyOrAnotherTime() throws Exception {
    assertRefused(webhook(RAW, NOW, "other".getBytes(UTF_8)), null);
    assertRefused(webhook(RAW, NOW.minusSeconds(301), BODY), null);
    assertRefused(webhook(RAW, NOW.plusSeconds(301), BODY), null);
    assertThat(admit(webhook(RAW, NOW.minusSeconds(299), BODY), null)).isEqualTo("hooks");
  }

  @Test
  void aWebhookWithoutIdOrTimeIsRefused() {
    assertRefused(fields("webhook-signature", "v1,AAAA"), null);
  }

  @Test
  void superdeskSignsWithSha1OverTheBody() throws Exception {
    var signature =
        "sha1=" + HexFormat.of().formatHex(mac("HmacSHA1", DESK.reveal().getBytes(UTF_8), BODY));

    assertThat(admit(fields("x-superdesk-signature", signature), null)).isEqualTo("desk");
    assertRefused(fields("x-superdesk-signature", signature.replace("sha1=", "sha1=0")), null);
  }

  @Test
  void aCertificateTellsItsSource() throws RequestRefusedException {
    var badge = new ShownCredentials(HttpFields.EMPTY, CERTIFICATE);

    var caller = new Gate(() -> guarded, true, clock()).admit(badge, BODY, null);

    assertThat(caller.source().name()).isEqualTo("harbour");
    assertThat(caller.known()).isTrue();
  }

  @Test
  void whatARequestSaysGoesBeforeTheCertificateOfItsConnection() throws RequestRefusedException {
    var gate = new Gate(() -> guarded, true, clock());

    var keyed = new ShownCredentials(fields("X-Api-Key", KEY.reveal()), CERTIFICATE);
    assertThat(gate.admit(keyed, BODY, null).source().name()).isEqualTo("coast");
    var wrong = new ShownCredentials(fields("X-Api-Key", "x"), CERTIFICATE);
    assertThatExceptionOfType(RequestRefusedException.class)
        .isThrownBy(() -> gate.admit(wrong, BODY, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-12-31T23:59:59Z", "2028-01-01T00:00:01Z"})
  void aCertificateOutsideItsTimeIsNone(String now) {
    var clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
    var gate = new Gate(() -> guarded, true, clock);

    assertThatExceptionOfType(RequestRefusedException.class)
        .isThrownBy(
            () -> gate.admit(new ShownCredentials(HttpFields.EMPTY, CERTIFICATE), BODY, null));
  }

  @Test
  void whileNoCredentialIsSetUpTheQueryIsBelieved() throws RequestRefusedException {
    var gate = new Gate(() -> Sources.NONE, true, clock());

    var caller = gate.admit(badge(HttpFields.EMPTY), BODY, "anybody");

    assertThat(caller.source().name()).isEqualTo("anybody");
    assertThat(caller.known()).isFalse();
  }

  @Test
  void aFileThatCannotBeReadKeepsTheDoorShut() {
    var gate = new Gate(() -> new Sources(List.of(), true), true, clock());

    assertThatExceptionOfType(RequestRefusedException.class)
        .isThrownBy(() -> gate.admit(badge(HttpFields.EMPTY), BODY, null));
  }

  @Test
  void withoutCredentialsAndOffLoopbackNobodyComesIn() {
    var gate = new Gate(() -> Sources.NONE, false, clock());

    assertThatExceptionOfType(RequestRefusedException.class)
        .isThrownBy(() -> gate.admit(badge(HttpFields.EMPTY), BODY, null));
  }

  private String admit(HttpFields headers, @Nullable String named) throws RequestRefusedException {
    var caller = new Gate(() -> guarded, true, clock()).admit(badge(headers), BODY, named);
    assertThat(caller.known()).isTrue();
    return caller.source().name();
  }

  private void assertRefused(HttpFields headers, @Nullable String named) {
    assertThatExceptionOfType(RequestRefusedException.class)
        .isThrownBy(() -> admit(headers, named))
        .satisfies(refusal -> assertThat(refusal.reply().status()).isEqualTo(401));
  }

  private static HttpFields webhook(byte[] key, Instant at, byte[] body) throws Exception {
    var signed = "msg_1." + at.getEpochSecond() + "." + new String(body, UTF_8);
    var signature =
        Base64.getEncoder().encodeToString(mac("HmacSHA256", key, signed.getBytes(UTF_8)));
    return HttpFields.build()
        .add("webhook-id", "msg_1")
        .add("webhook-timestamp", Long.toString(at.getEpochSecond()))
        .add("webhook-signature", "v1,bm9uZQ== v1," + signature)
        .asImmutable();
  }

  private static byte[] mac(String algorithm, byte[] key, byte[] text) throws Exception {
    var mac = Mac.getInstance(algorithm);
    mac.init(new SecretKeySpec(key, algorithm));
    return mac.doFinal(text);
  }

  private static X509Certificate certificate(String pem) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(pem.getBytes(UTF_8)));
    } catch (CertificateException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ShownCredentials badge(HttpFields headers) {
    return new ShownCredentials(headers, null);
  }

  private static HttpFields fields(String name, String value) {
    return HttpFields.build().add(name, value).asImmutable();
  }

  private static Source source(String name, Access access) {
    return TestSources.known(name, access);
  }

  private static Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }
}
