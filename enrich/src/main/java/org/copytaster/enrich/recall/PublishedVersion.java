package org.copytaster.enrich.recall;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version that went out.
 *
 * @param since when it did first; null where that was before anybody remembered
 * @param corrected whether a correction has called it back
 * @param held whether a hold has
 */
record PublishedVersion(int version, @Nullable Instant since, boolean corrected, boolean held) {

  static PublishedVersion of(int version, @Nullable Instant since) {
    return new PublishedVersion(version, since, false, false);
  }

  PublishedVersion withCorrection() {
    return new PublishedVersion(version, since, true, held);
  }

  PublishedVersion withHold() {
    return new PublishedVersion(version, since, corrected, true);
  }
}
