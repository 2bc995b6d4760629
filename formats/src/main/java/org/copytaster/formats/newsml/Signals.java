package org.copytaster.formats.newsml;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.copytaster.formats.copy.Draft;
import org.copytaster.formats.copy.StatusWords;
import org.copytaster.formats.markup.XmlTree;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Signal;

/**
 * What a signal or an instruction asks for. A kill that is only said here is one: the status beside
 * it may well still be "usable".
 */
final class Signals {

  /** Beside IPTC's words: NewsML 1.2's instructions, and Reuters' letters with their scheme. */
  private static final Map<String, Signal> OWN =
      Map.ofEntries(
          Map.entry("edstat:u", Signal.UPDATE),
          Map.entry("edstat:c", Signal.CORRECTION),
          Map.entry("edstat:d", Signal.KILL),
          Map.entry("rectify", Signal.CORRECTION),
          Map.entry("rectification", Signal.CORRECTION),
          Map.entry("corrected", Signal.CORRECTION),
          Map.entry("korrektion", Signal.CORRECTION),
          Map.entry("delete", Signal.KILL),
          Map.entry("cancel", Signal.KILL),
          Map.entry("withdraw", Signal.KILL),
          Map.entry("withdrawal", Signal.KILL),
          Map.entry("retract", Signal.KILL),
          Map.entry("supersede", Signal.UPDATE),
          Map.entry("lead", Signal.UPDATE));

  /** Schemes that are about versions; others use the same words for services and addressees. */
  private static final Pattern SCHEME =
      Pattern.compile("[^:]*+$|[a-z_.-]*(?:sig|act|stat|instr)[a-z_.-]*:|https?:.*sig");

  private Signals() {}

  /**
   * Applies a signal.
   *
   * @param value a word, a qcode or an address
   * @return whether it was understood
   */
  static boolean apply(Draft draft, String value) {
    var word = XmlTree.word(value);
    if (!SCHEME.matcher(word).lookingAt()) {
      return false;
    }
    var code = word.substring(Math.max(word.lastIndexOf(':'), word.lastIndexOf('/')) + 1);
    var signal =
        Optional.ofNullable(OWN.get(word))
            .or(() -> Optional.ofNullable(OWN.get(code)))
            .or(() -> code.length() > 1 ? StatusWords.signal(value) : Optional.empty());
    if (StatusWords.isCorrective(value)) {
      draft.corrective();
    }
    signal.ifPresent(
        known -> {
          draft.signal(known);
          if (known == Signal.KILL) {
            draft.article().setPubStatus(PubStatus.CANCELED);
          }
        });
    if (code.equals("withhold") || code.equals("withheld") || code.equals("hold")) {
      draft.signal(Signal.WITHHOLD);
      if (draft.article().getPubStatus() != PubStatus.CANCELED) {
        draft.article().setPubStatus(PubStatus.WITHHELD);
      }
      return true;
    }
    return signal.isPresent();
  }
}
