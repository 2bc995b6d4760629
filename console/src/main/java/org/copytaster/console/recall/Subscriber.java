package org.copytaster.console.recall;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.copytaster.runtime.Secret;
import org.copytaster.runtime.described.KeyHash;
import org.copytaster.schemas.record.RecallKind;

/**
 * Somebody who takes what goes out, and must act when it is called back.
 *
 * @param contact whom people call; shown to whoever may see recalls
 * @param within how long an acknowledgement may take
 * @param keys by which it is known at the API; none if it acknowledges on the topic only
 * @param kinds which recalls it must acknowledge
 * @param since recalls that were issued before are none of its business
 * @param webhook where recalls are sent to
 */
public record Subscriber(
    String name,
    String contact,
    Duration within,
    List<KeyHash> keys,
    Set<RecallKind> kinds,
    Instant since,
    Optional<Webhook> webhook) {

  public Subscriber {
    keys = List.copyOf(keys);
    kinds = Set.copyOf(kinds);
  }

  /**
   * Where recalls are sent to.
   *
   * @param secrets that sign; two while one is replaced
   */
  public record Webhook(URI url, List<Secret> secrets) {

    public Webhook {
      secrets = List.copyOf(secrets);
    }
  }

  /** Whether it must act on a recall. */
  public boolean concerns(RecallKind kind, Instant issuedAt) {
    return kinds.contains(kind) && !issuedAt.isBefore(since);
  }

  boolean isKnownBy(String key) {
    return keys.stream().anyMatch(hash -> hash.matches(key));
  }

  static Set<RecallKind> everyKind() {
    return EnumSet.of(RecallKind.KILL, RecallKind.HOLD, RecallKind.CORRECTION);
  }
}
