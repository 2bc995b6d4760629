package org.copytaster.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.copytaster.parts.testing.Authority;
import org.copytaster.runtime.Settings;
import org.copytaster.runtime.Tls;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a TLS file must be, and what is said of one that is not. */
class TlsTest {

  private static final String PREFIX = "COPYTASTER_INGEST_TLS";

  @TempDir static Path directory;
  private static Authority house;
  private static Tls.CertifiedKey server;

  @BeforeAll
  static void issue() throws Exception {
    house = new Authority(directory, "house");
    server = house.issue("server");
  }

  @Test
  void aChainWithItsKeyIsTaken() {
    assertThat(new Tls(Optional.of(server), Optional.of(house.file())).context()).isNotNull();
  }

  @Test
  void keysOfEveryUsualKindFitTheirCertificates() throws Exception {
    for (var kind : new String[] {"RSA", "Ed25519"}) {
      var identity = new Authority(directory, "by-" + kind, kind).issue("of-" + kind);
      assertThat(new Tls(Optional.of(identity), Optional.empty()).context()).isNotNull();
    }
  }

  @Test
  void certificateAndKeyMayLieInOneFile() throws Exception {
    var both = directory.resolve("both.pem");
    Files.writeString(
        both, Files.readString(server.key()) + Files.readString(server.certificate()));

    assertThat(with(both, both).context()).isNotNull();
  }

  @Test
  void aFileThatIsMissingIsNamed() {
    assertRefused(with(directory.resolve("none.pem"), server.key()), "none.pem is not there");
    assertRefused(with(server.certificate(), directory.resolve("no.key")), "no.key is not there");
    assertRefused(
        new Tls(Optional.of(server), Optional.of(directory.resolve("no-ca.pem"))),
        "no-ca.pem is not there");
  }

  @Test
  void aFileThatHoldsSomethingElseIsToldSo() throws Exception {
    assertRefused(with(server.key(), server.key()), "holds no certificate in PEM");
    assertRefused(with(server.certificate(), server.certificate()), "PKCS #8 key in PEM");
    var damaged = directory.resolve("damaged.pem");
    Files.writeString(damaged, Authority.pem("CERTIFICATE", new byte[] {1, 2, 3}));
    assertRefused(with(damaged, server.key()), "damaged");
    Files.writeString(damaged, Authority.pem("PRIVATE KEY", new byte[] {1, 2, 3}));
    assertRefused(with(server.certificate(), damaged), "damaged");
  }

  @Test
  void aKeyOfAnotherCertificateDoesNotFit() throws Exception {
    var other = house.issue("other");

    assertRefused(with(server.certificate(), other.key()), "is not that of the first certificate");
  }

  @Test
  void whatDoesNotLeadToItsSignerIsNoChain() throws Exception {
    var mixed = directory.resolve("mixed.pem");
    var stranger = new Authority(directory, "mixed-in");
    Files.writeString(
        mixed,
        Authority.pem("CERTIFICATE", house.certificate("server").getEncoded())
            + Files.readString(stranger.file()));

    assertRefused(with(mixed, server.key()), "then whoever signed the one before it");
  }

  @Test
  void aCertificateThatHasRunOutIsRefusedAtTheStart() throws Exception {
    var old = house.issue("old", "-startdate", "-3d", "-validity", "1");

    assertRefused(new Tls(Optional.of(old), Optional.empty()), "is out of date since");
  }

  @Test
  void halfOfTheSettingsIsAProblem() {
    assertProblem(Map.of(PREFIX + "_CERTIFICATE", "a"), PREFIX + "_KEY must be set, too");
    assertProblem(Map.of(PREFIX + "_KEY", "a"), PREFIX + "_CERTIFICATE must be set, too");
    assertProblem(Map.of(PREFIX + "_CLIENT_CA", "a"), PREFIX + "_CLIENT_CA needs");
  }

  private static void assertProblem(Map<String, String> environment, String problem) {
    var settings = Settings.of(environment);
    assertThat(Tls.read(settings, PREFIX)).isEmpty();
    assertThatThrownBy(() -> settings.check(settings.declared())).hasMessageContaining(problem);
  }

  private static void assertRefused(Tls tls, String reason) {
    assertThatIllegalStateException().isThrownBy(tls::context).withMessageContaining(reason);
  }

  private static Tls with(Path certificate, Path key) {
    return new Tls(Optional.of(new Tls.CertifiedKey(certificate, key)), Optional.empty());
  }
}
