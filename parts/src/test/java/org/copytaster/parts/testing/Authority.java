package org.copytaster.parts.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import org.copytaster.runtime.Tls;
import org.jspecify.annotations.Nullable;

/** Whoever signs certificates in a test, with the keytool of the JDK that runs it. */
public final class Authority {

  private static final String IDENTITY = "identity";
  private static final char[] PASSWORD = "changeit".toCharArray();

  private final Path directory;
  private final String name;
  private final Path store;
  private final String algorithm;

  public Authority(Path directory, String name) throws Exception {
    this(directory, name, "EC");
  }

  /** One that makes keys of this algorithm, as keytool calls it. */
  public Authority(Path directory, String name, String algorithm, String... more) throws Exception {
    this.algorithm = algorithm;
    this.directory = directory;
    this.name = name;
    this.store = directory.resolve(name + ".p12");
    var arguments = new ArrayList<String>();
    arguments.addAll(
        List.of("-genkeypair", "-alias", name, "-dname", "CN=" + name, "-ext", "bc:c"));
    arguments.addAll(List.of(more));
    keytool(arguments.toArray(String[]::new));
    var unused = written(name, file());
  }

  /** Its own certificate. */
  public Path file() {
    return directory.resolve(name + ".pem");
  }

  /** A new key and a certificate for it; {@code more} goes to keytool. */
  public Tls.CertifiedKey issue(String owner, String... more) throws Exception {
    var arguments = new ArrayList<String>();
    arguments.addAll(
        List.of("-genkeypair", "-alias", owner, "-signer", name, "-dname", "CN=" + owner));
    arguments.addAll(List.of(more));
    keytool(arguments.toArray(String[]::new));
    return written(owner, directory.resolve(owner + ".crt"));
  }

  /** Itself, as one that shows its own certificate. */
  public Tls.CertifiedKey identity() {
    return new Tls.CertifiedKey(file(), directory.resolve(name + ".key"));
  }

  /**
   * A client that shows this certificate whatever its dates and whomever the server asks for, as
   * one that means ill would, and believes {@code trusted}.
   */
  public static SSLContext stubborn(Tls.CertifiedKey identity, Authority trusted) throws Exception {
    var store = trusted.with(identity);
    var keys = KeyManagerFactory.getInstance("SunX509");
    keys.init(store, PASSWORD);
    var held = (X509ExtendedKeyManager) keys.getKeyManagers()[0];
    KeyManager[] stubborn = {new Stubborn(held)};
    var trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(stubborn, trust.getTrustManagers(), null);
    return context;
  }

  private KeyStore with(Tls.CertifiedKey identity) throws Exception {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, PASSWORD);
    store.setCertificateEntry("trusted", certificate(name));
    var chain = CertificateFactory.getInstance("X.509");
    try (var in = Files.newInputStream(identity.certificate())) {
      var key = Files.readString(identity.key()).replaceAll("-----[^-]+-----", "");
      store.setKeyEntry(
          IDENTITY,
          KeyFactory.getInstance("EC")
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(key))),
          PASSWORD,
          chain.generateCertificates(in).toArray(Certificate[]::new));
    }
    return store;
  }

  private Tls.CertifiedKey written(String owner, Path file) throws Exception {
    var chain = new StringBuilder();
    for (Certificate certificate : stored().getCertificateChain(owner)) {
      chain.append(pem("CERTIFICATE", certificate.getEncoded()));
    }
    var key = pem("PRIVATE KEY", stored().getKey(owner, PASSWORD).getEncoded());
    return new Tls.CertifiedKey(
        Files.writeString(file, "# " + owner + "\n" + chain),
        Files.writeString(directory.resolve(owner + ".key"), key));
  }

  public X509Certificate certificate(String owner) throws Exception {
    return (X509Certificate) stored().getCertificate(owner);
  }

  /** As {@code openssl x509 -fingerprint -sha256} prints it. */
  public String fingerprint(String owner) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256").digest(certificate(owner).getEncoded());
    return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
  }

  private KeyStore stored() throws GeneralSecurityException, IOException {
    return KeyStore.getInstance(store.toFile(), PASSWORD);
  }

  private void keytool(String... arguments) throws Exception {
    var line = new ArrayList<String>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    line.addAll(List.of(arguments));
    line.addAll(List.of("-keyalg", algorithm, "-storetype", "PKCS12"));
    line.addAll(List.of("-keystore", store.toString()));
    line.addAll(List.of("-storepass", String.valueOf(PASSWORD)));
    var process = new ProcessBuilder(line).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  public static String pem(String label, byte[] der) {
    var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n";
  }

  private static final class Stubborn extends X509ExtendedKeyManager {
    private final X509ExtendedKeyManager held;

    Stubborn(X509ExtendedKeyManager held) {
      this.held = held;
    }

    @Override
    public String chooseEngineClientAlias(String[] types, Principal[] issuers, SSLEngine engine) {
      return IDENTITY;
    }

    @Override
    public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
      return IDENTITY;
    }

    @Override
    public String[] getClientAliases(String type, Principal[] issuers) {
      return new String[] {IDENTITY};
    }

    @Override
    public String[] getServerAliases(String type, Principal[] issuers) {
      return new String[0];
    }

    @Override
    public @Nullable String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
      return null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      return held.getCertificateChain(alias);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      return held.getPrivateKey(alias);
    }
  }
}
