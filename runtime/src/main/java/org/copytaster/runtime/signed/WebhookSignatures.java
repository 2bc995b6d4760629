package org.copytaster.runtime.signed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.copytaster.runtime.Secret;

/**
 * Signatures of Standard Webhooks, version 1: HMAC-SHA-256 over {@code ID.TIMESTAMP.BODY}. Every
 * comparison takes as long whatever its outcome.
 */
public final class WebhookSignatures {

  /** The names of the headers. */
  public static final String ID = "webhook-id";

  public static final String TIMESTAMP = "webhook-timestamp";
  public static final String SIGNATURE = "webhook-signature";

  private static final String BASE64_KEY = "whsec_";
  private static final String VERSION = "v1,";
  private static final int MOST = 16;

  private WebhookSignatures() {}

  /**
   * Whether a secret is one: in Base64 behind {@code whsec_}, as Standard Webhooks writes it; any
   * other text is one itself.
   */
  public static boolean canSign(Secret secret) {
    try {
      return key(secret).length > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** What the header of that name holds: a signature by each of {@code secrets}. */
  public static String sign(List<Secret> secrets, String id, Instant time, byte[] body) {
    var signed = signed(id, Long.toString(time.getEpochSecond()));
    return secrets.stream()
        .map(secret -> signature(secret, signed, body))
        .collect(Collectors.joining(" "));
  }

  /**
   * Whether one of {@code signatures} fits.
   *
   * @param id and {@code timestamp}: the headers as they came
   * @param signatures {@code v1,BASE64}, by blanks; the first sixteen are looked at
   */
  public static boolean fit(
      Secret secret, String id, String timestamp, byte[] body, String signatures) {
    var expected = signature(secret, signed(id, timestamp), body).getBytes(UTF_8);
    boolean fits = false;
    for (var signature : signatures.split(" ", MOST)) {
      fits |= MessageDigest.isEqual(expected, signature.getBytes(UTF_8));
    }
    return fits;
  }

  private static byte[] signed(String id, String timestamp) {
    return (id + "." + timestamp + ".").getBytes(UTF_8);
  }

  private static String signature(Secret secret, byte[] signed, byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key(secret), "HmacSHA256"));
      mac.update(signed);
      return VERSION + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }

  private static byte[] key(Secret secret) {
    var key = secret.reveal();
    return key.startsWith(BASE64_KEY)
        ? Base64.getDecoder().decode(key.substring(BASE64_KEY.length()))
        : key.getBytes(UTF_8);
  }
}
