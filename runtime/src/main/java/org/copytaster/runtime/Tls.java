package org.copytaster.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Who one end of a connection is, and whom it believes to be who they are: PEM files, read anew
 * each time they are asked for. Every method throws {@link IllegalStateException} with one sentence
 * where a file is missing or does not fit.
 *
 * @param identity what this end shows, if anything; a server must have one
 * @param authorities the certificates of those who may vouch for the other end
 */
public record Tls(Optional<CertifiedKey> identity, Optional<Path> authorities) {

  /** Stores want one; nobody can look into memory who may not look into the files, too. */
  private static final char[] PASSWORD = "in-memory".toCharArray();

  private static final String IDENTITY = "identity";

  /**
   * A certificate with its private key.
   *
   * @param certificate the file of the certificate and those that lead to its authority, in order
   * @param key the file of its private key, PKCS #8 and not encrypted
   */
  public record CertifiedKey(Path certificate, Path key) {}

  /**
   * Reads {@code PREFIX_CERTIFICATE}, {@code PREFIX_KEY} and {@code PREFIX_CLIENT_CA}; nothing if
   * none is set. Problems are noted in {@code settings}.
   */
  public static Optional<Tls> read(Settings settings, String prefix) {
    var certificate =
        settings
            .optional(
                prefix + "_CERTIFICATE",
                "PEM file of a certificate and its chain; the port then speaks TLS only")
            .map(Path::of);
    var key =
        settings
            .optional(prefix + "_KEY", "PEM file of its private key, PKCS #8 without a password")
            .map(Path::of);
    var authorities =
        settings
            .optional(
                prefix + "_CLIENT_CA",
                "PEM file of the authorities that sign certificates of clients; they are asked"
                    + " for one then and may have none")
            .map(Path::of);
    if (certificate.isPresent() != key.isPresent()) {
      var missing = prefix + (key.isPresent() ? "_CERTIFICATE" : "_KEY");
      settings.problem(missing, "must be set, too: certificate and key belong together");
    } else if (authorities.isPresent() && certificate.isEmpty()) {
      settings.problem(prefix + "_CLIENT_CA", "needs " + prefix + "_CERTIFICATE beside it");
    }
    return certificate.flatMap(
        file -> key.map(of -> new Tls(Optional.of(new CertifiedKey(file, of)), authorities)));
  }

  /** Certificates are checked as the platform does it, where no authorities are named. */
  public SSLContext context() {
    try {
      var context = SSLContext.getInstance("TLS");
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      if (identity.isPresent()) {
        keys.init(keys(), PASSWORD);
      }
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trust());
      context.init(
          identity.isPresent() ? keys.getKeyManagers() : null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw unusable(e);
    }
  }

  /** A store with the identity alone, under {@link #password}. */
  KeyStore keys() {
    var mine = identity.orElseThrow(() -> new IllegalStateException("TLS needs a certificate"));
    var chain = Pem.certificates(mine.certificate());
    var first = chain.get(0);
    if (first.getNotAfter().toInstant().isBefore(Instant.now())) {
      throw new IllegalStateException(
          "the certificate in %s is out of date since %s"
              .formatted(mine.certificate(), first.getNotAfter().toInstant()));
    }
    var key = Pem.key(mine.key(), first.getPublicKey().getAlgorithm());
    if (!belongs(key, first)) {
      throw new IllegalStateException(
          "the key in %s is not that of the first certificate in %s"
              .formatted(mine.key(), mine.certificate()));
    }
    var store = empty();
    try {
      store.setKeyEntry(IDENTITY, key, PASSWORD, chain.toArray(Certificate[]::new));
      return store;
    } catch (KeyStoreException e) {
      throw new IllegalStateException(
          mine.certificate() + " must hold a certificate and then whoever signed the one before it",
          e);
    }
  }

  /** When the first certificate in a store of {@link #keys} is out of date. */
  static Instant expires(KeyStore keys) {
    var first = Instant.MAX;
    try {
      for (var each : keys.getCertificateChain(IDENTITY)) {
        var end = ((X509Certificate) each).getNotAfter().toInstant();
        first = end.isBefore(first) ? end : first;
      }
      return first;
    } catch (KeyStoreException e) {
      throw unusable(e);
    }
  }

  /** A store with the authorities, or null where none are named. */
  @Nullable KeyStore trust() {
    if (authorities.isEmpty()) {
      return null;
    }
    var store = empty();
    try {
      for (var authority : Pem.certificates(authorities.get())) {
        store.setCertificateEntry("authority-" + store.size(), authority);
      }
      return store;
    } catch (KeyStoreException e) {
      throw unusable(e);
    }
  }

  static String password() {
    return String.valueOf(PASSWORD);
  }

  /** The files that are read. */
  List<Path> files() {
    var files = new ArrayList<Path>();
    identity.ifPresent(mine -> files.addAll(List.of(mine.certificate(), mine.key())));
    authorities.ifPresent(files::add);
    return files;
  }

  /** Whether what the key signs is what the certificate's key confirms. */
  private static boolean belongs(PrivateKey key, X509Certificate certificate) {
    var kind = key.getAlgorithm().toUpperCase(Locale.ROOT);
    var algorithm =
        kind.equals("EC") ? "SHA256withECDSA" : kind.equals("RSA") ? "SHA256withRSA" : kind;
    try {
      var signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update((byte) 1);
      var signed = signature.sign();
      signature.initVerify(certificate.getPublicKey());
      signature.update((byte) 1);
      return signature.verify(signed);
    } catch (SignatureException e) {
      return false; // a signature of another length
    } catch (GeneralSecurityException e) {
      throw unusable(e);
    }
  }

  private static KeyStore empty() {
    try {
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, PASSWORD);
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw unusable(e);
    }
  }

  private static IllegalStateException unusable(Exception e) {
    return new IllegalStateException("TLS cannot be used here: " + e.getMessage(), e);
  }
}
