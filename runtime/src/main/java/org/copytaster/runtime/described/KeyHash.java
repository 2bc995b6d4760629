package org.copytaster.runtime.described;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.copytaster.runtime.Secret;

/**
 * An API key as it lies in a file: salted and hashed, {@code sha256:SALT:HASH} in hex. Keys are 32
 * random bytes, which nobody can try out, so one round of SHA-256 is as safe as many and does not
 * cost every push a tenth of a second.
 */
public record KeyHash(String salt, String hash) {

  private static final Pattern WRITTEN = Pattern.compile("sha256:([0-9a-f]{16,64}):([0-9a-f]{64})");
  private static final int KEY_BYTES = 32;
  private static final int SALT_BYTES = 16;

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException with what it must be
   */
  public static KeyHash parse(String text) {
    var written = WRITTEN.matcher(text);
    if (!written.matches()) {
      throw new IllegalArgumentException("must be a hash as 'copytaster key' prints it");
    }
    return new KeyHash(written.group(1), written.group(2));
  }

  /** A new key that nobody has had before. */
  public static Secret newKey() {
    var bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Secret("ct_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** The hash of {@code key} with a new salt. */
  public static KeyHash of(Secret key) {
    var salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return salted(key, salt);
  }

  /** The hash of a key that lies elsewhere: never written, and the same each time it is read. */
  public static KeyHash inMemory(Secret key) {
    return salted(key, new byte[SALT_BYTES]);
  }

  private static KeyHash salted(Secret key, byte[] salt) {
    var hex = HexFormat.of().formatHex(salt);
    return new KeyHash(hex, hash(hex, key.reveal()));
  }

  /** Whether this is the hash of {@code key}; takes as long whatever the answer is. */
  public boolean matches(String key) {
    return MessageDigest.isEqual(hash.getBytes(UTF_8), hash(salt, key).getBytes(UTF_8));
  }

  @Override
  public String toString() {
    return "sha256:" + salt + ":" + hash;
  }

  private static String hash(String salt, String key) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(HexFormat.of().parseHex(salt));
      return HexFormat.of().formatHex(digest.digest(key.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
