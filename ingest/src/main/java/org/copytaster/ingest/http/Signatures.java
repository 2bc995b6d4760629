package org.copytaster.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.copytaster.runtime.Secret;

/** HMACs of pushes; every comparison takes as long whatever its outcome. */
final class Signatures {

  private static final String BASE64_KEY = "whsec_";

  private Signatures() {}

  /**
   * Whether one of the signatures of Standard Webhooks fits.
   *
   * @param signed {@code ID.TIMESTAMP.} and the body go into it
   * @param signatures {@code v1,BASE64}, by blanks
   */
  static boolean webhook(Secret secret, byte[] signed, byte[] body, String signatures) {
    var key = secret.reveal();
    var mac =
        mac(
            "HmacSHA256",
            key.startsWith(BASE64_KEY)
                ? Base64.getDecoder().decode(key.substring(BASE64_KEY.length()))
                : key.getBytes(UTF_8));
    mac.update(signed);
    var expected = ("v1," + Base64.getEncoder().encodeToString(mac.doFinal(body))).getBytes(UTF_8);
    boolean fits = false;
    for (var signature : signatures.split(" ", 16)) {
      fits |= MessageDigest.isEqual(expected, signature.getBytes(UTF_8));
    }
    return fits;
  }

  /** A MAC for what Superdesk sends: HMAC-SHA-1 over the body. */
  static Mac superdesk(Secret secret) {
    return mac("HmacSHA1", secret.reveal().getBytes(UTF_8));
  }

  /** Whether {@code signature}, {@code sha1=HEX}, is what {@code mac} comes to; resets it. */
  static boolean superdesk(Mac mac, String signature) {
    var expected = "sha1=" + HexFormat.of().formatHex(mac.doFinal());
    return MessageDigest.isEqual(expected.getBytes(UTF_8), signature.strip().getBytes(UTF_8));
  }

  private static Mac mac(String algorithm, byte[] key) {
    try {
      var mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + algorithm, e);
    }
  }
}
