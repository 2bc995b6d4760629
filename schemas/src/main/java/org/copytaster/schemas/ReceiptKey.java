package org.copytaster.schemas;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What a receipt is about: one guid and version. Its {@link #id} is the key itself in another
 * alphabet, so that any instance can look a receipt up without a second index.
 */
public record ReceiptKey(String guid, int version) {

  /** The Kafka key: guid, a colon, version. The last colon divides, so a guid may have its own. */
  public String key() {
    return guid + ":" + version;
  }

  /** What a client sees and sends back; safe in a URL. */
  public String id() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key().getBytes(StandardCharsets.UTF_8));
  }

  /** The inverse of {@link #id}; empty for what never was one. */
  public static Optional<ReceiptKey> ofId(String id) {
    try {
      return of(new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The inverse of {@link #key}; empty for what never was one. */
  static Optional<ReceiptKey> of(String key) {
    int colon = key.lastIndexOf(':');
    if (colon < 1) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ReceiptKey(key.substring(0, colon), Integer.parseInt(key.substring(colon + 1))));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
