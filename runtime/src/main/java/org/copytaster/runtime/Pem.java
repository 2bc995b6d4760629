package org.copytaster.runtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Certificates and private keys in the textual form of RFC 7468, as most tools that issue them
 * write them. What stands around the blocks is passed over (section 5.2 there).
 */
final class Pem {

  /** The trusted authorities of a whole operating system take a quarter of it. */
  private static final int LARGEST = 1024 * 1024;

  private static final Pattern CERTIFICATE = block("CERTIFICATE");
  private static final Pattern KEY = block("PRIVATE KEY");

  private Pem() {}

  /**
   * All certificates of a file, in its order.
   *
   * @throws IllegalStateException with one sentence if there is none, or one that is damaged
   */
  static List<X509Certificate> certificates(Path file) {
    var found = new ArrayList<X509Certificate>();
    try {
      var factory = CertificateFactory.getInstance("X.509");
      for (var block : CERTIFICATE.matcher(text(file)).results().toList()) {
        var der = new ByteArrayInputStream(bytes(block));
        found.add((X509Certificate) factory.generateCertificate(der));
      }
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException(file + " holds a certificate that is damaged", e);
    }
    if (found.isEmpty()) {
      throw new IllegalStateException(
          file + " holds no certificate in PEM, which begins with -----BEGIN CERTIFICATE-----");
    }
    return found;
  }

  /**
   * The private key of a file.
   *
   * @param algorithm as that of the public key that it belongs to
   * @throws IllegalStateException with one sentence if there is none of this algorithm
   */
  static PrivateKey key(Path file, String algorithm) {
    var block = KEY.matcher(text(file));
    if (!block.find()) {
      throw new IllegalStateException(
          file
              + " holds no unencrypted PKCS #8 key in PEM, which begins with -----BEGIN PRIVATE"
              + " KEY-----; 'openssl pkcs8 -topk8 -nocrypt' makes one of any other");
    }
    try {
      return KeyFactory.getInstance(algorithm)
          .generatePrivate(new PKCS8EncodedKeySpec(bytes(block.toMatchResult())));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "%s holds a key that is damaged or no %s key, as the certificate has"
              .formatted(file, algorithm),
          e);
    }
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new IllegalStateException(file + " is too long to be certificates or a key");
      }
      return Files.readString(file, ISO_8859_1); // the blocks are ASCII, what is around may not be
    } catch (IOException e) {
      throw new IllegalStateException(
          file + (Files.exists(file) ? " cannot be read" : " is not there"), e);
    }
  }

  private static byte[] bytes(MatchResult block) {
    return Base64.getMimeDecoder().decode(block.group(1));
  }

  private static Pattern block(String label) {
    return Pattern.compile("-----BEGIN " + label + "-----([^-]*+)-----END " + label + "-----");
  }
}
