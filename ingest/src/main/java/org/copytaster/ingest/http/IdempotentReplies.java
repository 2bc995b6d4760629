package org.copytaster.ingest.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Replies by {@code Idempotency-Key}, for an hour: the same key with the same bytes gets the same
 * answer. Kept in memory up to a bound, the oldest go first; beyond it the desk still recognises a
 * repeated article.
 */
final class IdempotentReplies {

  private static final Duration KEPT = Duration.ofHours(1);
  private static final int MOST = 20_000;
  private static final int MOST_CHARACTERS = 16 * 1024 * 1024;
  private static final int LONGEST_KEY = 255;

  private final Map<Key, Kept> kept = new LinkedHashMap<>();
  private final Clock clock;
  private long characters;

  /** A key belongs to who used it. */
  record Key(String source, String key) {}

  /** What was asked and answered; no reply yet while it is under way. */
  private record Kept(String digest, Instant since, @Nullable Reply reply) {
    int size() {
      return reply == null ? 0 : reply.body().length();
    }
  }

  IdempotentReplies(Clock clock) {
    this.clock = clock;
  }

  /**
   * The reply that this key got before; nothing if the request is to be worked on, which ends with
   * {@link #answer}.
   *
   * @param digest of the request
   * @throws RequestRefusedException with 422 for other bytes under the same key, with 409 while
   *     they are under way
   */
  synchronized Optional<Reply> before(Key key, String digest) throws RequestRefusedException {
    if (key.key().isEmpty() || key.key().length() > LONGEST_KEY) {
      throw new RequestRefusedException(
          400, "No such key", "Idempotency-Key must be 1 to " + LONGEST_KEY + " characters");
    }
    forget();
    var known = kept.get(key);
    if (known == null) {
      kept.put(key, new Kept(digest, clock.instant(), null));
      return Optional.empty();
    }
    if (!known.digest().equals(digest)) {
      throw new RequestRefusedException(
          422, "Other content under the same key", "this Idempotency-Key came with other bytes");
    }
    if (known.reply() == null) {
      throw new RequestRefusedException(
          409, "Under way", "the request with this Idempotency-Key is not answered yet");
    }
    return Optional.of(known.reply());
  }

  /** Keeps the reply, unless the same request may be answered otherwise later; null forgets. */
  synchronized void answer(Key key, @Nullable Reply reply) {
    var asked = kept.remove(key);
    if (asked != null && reply != null && !reply.passing()) {
      var now = new Kept(asked.digest(), clock.instant(), reply);
      characters += now.size();
      kept.put(key, now);
    }
    forget();
  }

  private void forget() {
    var oldest = clock.instant().minus(KEPT);
    var all = kept.values().iterator();
    while (all.hasNext()) {
      var next = all.next();
      boolean full = kept.size() > MOST || characters > MOST_CHARACTERS;
      if (!full && !next.since().isBefore(oldest)) {
        return;
      }
      characters -= next.size();
      all.remove();
    }
  }
}
