package org.copytaster.formats.copy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Signal;

/**
 * The words for publishing status and signal in IPTC's vocabularies (NewsCodes {@code pubstatusg2},
 * {@code nistatus}, {@code signal}) and as agencies misspell them.
 */
public final class StatusWords {

  private static final Map<String, PubStatus> STATUS =
      Map.ofEntries(
          Map.entry("usable", PubStatus.USABLE),
          Map.entry("embargoed", PubStatus.USABLE), // usable, but not before its time
          Map.entry("withheld", PubStatus.WITHHELD),
          Map.entry("withhold", PubStatus.WITHHELD),
          Map.entry("canceled", PubStatus.CANCELED),
          Map.entry("cancelled", PubStatus.CANCELED),
          Map.entry("cancel", PubStatus.CANCELED),
          Map.entry("killed", PubStatus.CANCELED),
          Map.entry("kill", PubStatus.CANCELED),
          Map.entry("recalled", PubStatus.CANCELED),
          Map.entry("retracted", PubStatus.CANCELED));

  private static final Map<String, Signal> SIGNALS =
      Map.ofEntries(
          Map.entry("update", Signal.UPDATE),
          Map.entry("writethru", Signal.UPDATE),
          Map.entry("replace", Signal.UPDATE),
          Map.entry("correction", Signal.CORRECTION),
          Map.entry("corrective", Signal.CORRECTION),
          Map.entry("c", Signal.CORRECTION),
          Map.entry("withhold", Signal.WITHHOLD),
          Map.entry("withheld", Signal.WITHHOLD),
          Map.entry("kill", Signal.KILL),
          Map.entry("retracted", Signal.KILL),
          Map.entry("retraction", Signal.KILL),
          Map.entry("advisory", Signal.ADVISORY),
          Map.entry("test", Signal.TEST));

  /** From the weakest to the strongest. */
  private static final List<Signal> WEIGHTS =
      List.of(
          Signal.OTHER,
          Signal.UPDATE,
          Signal.ADVISORY,
          Signal.CORRECTION,
          Signal.WITHHOLD,
          Signal.TEST,
          Signal.KILL);

  private StatusWords() {}

  /** A status, also as a qcode or an address ({@code stat:usable}). */
  public static Optional<PubStatus> of(String value) {
    return Optional.ofNullable(STATUS.get(word(value)));
  }

  /** A signal, also as a qcode or an address ({@code sig:correction}). */
  public static Optional<Signal> signal(String value) {
    return Optional.ofNullable(SIGNALS.get(word(value)));
  }

  /** Whether a signal is the one for a correction of an earlier day's copy. */
  public static boolean isCorrective(String value) {
    return word(value).equals("corrective");
  }

  static int weight(Signal signal) {
    return WEIGHTS.indexOf(signal);
  }

  private static String word(String value) {
    var code = value.substring(Math.max(value.lastIndexOf(':'), value.lastIndexOf('/')) + 1);
    return code.strip().toLowerCase(Locale.ROOT);
  }
}
