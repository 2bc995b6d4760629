package org.copytaster.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.copytaster.runtime.Secret;

/** HMACs of Superdesk; every comparison takes as long whatever its outcome. */
final class Signatures {

  private static final String ALGORITHM = "HmacSHA1";

  private Signatures() {}

  /** A MAC for what Superdesk sends: HMAC-SHA-1 over the body. */
  static Mac superdesk(Secret secret) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.reveal().getBytes(UTF_8), ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }

  /** Whether {@code signature}, {@code sha1=HEX}, is what {@code mac} comes to; resets it. */
  static boolean superdesk(Mac mac, String signature) {
    var expected = "sha1=" + HexFormat.of().formatHex(mac.doFinal());
    return MessageDigest.isEqual(expected.getBytes(UTF_8), signature.strip().getBytes(UTF_8));
  }
}
