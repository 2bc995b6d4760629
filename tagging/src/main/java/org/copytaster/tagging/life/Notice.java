package org.copytaster.tagging.life;

import java.time.Instant;
import java.util.List;
import org.copytaster.tagging.timex.moment.Reception;
import org.jspecify.annotations.Nullable;

/**
 * All places of an article that may say what becomes of it.
 *
 * @param fields the words, in any order
 * @param said what the fields made for it say
 * @param reception when it came, and in which zone its source's clocks stand
 */
public record Notice(List<Field> fields, Said said, Reception reception) {

  /** With copies of what it is given. */
  public Notice {
    fields = List.copyOf(fields);
  }

  /** When it came; before all ends where nobody knows. */
  Instant received() {
    var at = reception.at();
    return at == null ? Instant.MIN : at;
  }

  /**
   * Words in one field.
   *
   * @param name as the record has it, for instance {@code edNote}
   */
  public record Field(String name, NoticePlace place, String text) {}

  /**
   * What the fields made for it say.
   *
   * @param decision KILL for canceled, HOLD for withheld or an embargo that cannot be read,
   *     HOLD_UNTIL for an embargo, else PUBLISH
   * @param field which of them says so, for instance {@code pubStatus}
   * @param signal as the field for it says
   * @param embargoed the end of an embargo in the field made for it, or null
   */
  public record Said(
      Decision decision, String field, LifeSignal signal, @Nullable Instant embargoed) {

    /** The fields say nothing but that it may be used. */
    public static final Said NOTHING =
        new Said(Decision.PUBLISH, "pubStatus", LifeSignal.NONE, null);

    /**
     * Out of the fields as records have them.
     *
     * @param pubStatus USABLE, WITHHELD or CANCELED
     * @param signal UPDATE, CORRECTION, KILL, ADVISORY, TEST; anything else says nothing
     * @param embargoUnread whether there was an embargo that could not be read
     */
    public static Said of(
        String pubStatus, String signal, @Nullable Instant embargoed, boolean embargoUnread) {
      var said = signal(signal);
      if (pubStatus.equals("CANCELED") || said == LifeSignal.KILL) {
        var field = pubStatus.equals("CANCELED") ? "pubStatus" : "signal";
        return new Said(Decision.KILL, field, LifeSignal.KILL, embargoed);
      }
      if (said == LifeSignal.TEST) {
        return new Said(Decision.TEST, "signal", said, embargoed);
      }
      if (pubStatus.equals("WITHHELD")) {
        return new Said(Decision.HOLD, "pubStatus", LifeSignal.WITHHOLD, embargoed);
      }
      return embargoUnread
          ? new Said(Decision.HOLD, "embargoed", said, embargoed)
          : new Said(Decision.PUBLISH, "embargoed", said, embargoed);
    }

    private static LifeSignal signal(String name) {
      for (var signal : LifeSignal.values()) {
        if (signal.name().equals(name)) {
          return signal;
        }
      }
      return LifeSignal.NONE;
    }
  }
}
