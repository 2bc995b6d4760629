package org.copytaster.ingest.source;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.copytaster.formats.copy.Digests;

/**
 * Which certificate a client shows: the SHA-256 of its DER form, in hex without colons. It names
 * one certificate, whoever signs others: a subject can be written in more than one way, and any
 * authority that is trusted could sign another one for it.
 */
public record Fingerprint(String hex) {

  private static final Pattern WRITTEN =
      Pattern.compile("[0-9a-fA-F]{64}|[0-9a-fA-F]{2}(?::[0-9a-fA-F]{2}){31}");

  /**
   * Reads it with colons, as {@code openssl x509 -fingerprint -sha256} prints it, or without.
   *
   * @throws IllegalArgumentException with what it must be
   */
  static Fingerprint parse(String text) {
    if (!WRITTEN.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "must be the SHA-256 of a certificate in hex, as 'openssl x509 -fingerprint -sha256"
              + " -noout' prints it behind the equals sign");
    }
    return new Fingerprint(text.replace(":", "").toLowerCase(Locale.ROOT));
  }

  /** That of a certificate. */
  public static Fingerprint of(X509Certificate certificate) {
    try {
      var digest = Digests.sha256().digest(certificate.getEncoded());
      return new Fingerprint(HexFormat.of().formatHex(digest));
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was decoded has an encoding", e);
    }
  }
}
