package org.copytaster.console.act;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import org.copytaster.schemas.record.HeldState;

/** A place in the list of what is held, as a client sends it back to go on from there. */
record HeldPlace(long end, String guid) {

  /** What stands in this place, as far as the order goes. */
  static HeldState of(long end, String guid) {
    var until = end == Long.MAX_VALUE ? null : Instant.ofEpochMilli(end);
    return HeldState.newBuilder().setGuid(guid).setUntil(until).build();
  }

  static String after(HeldState state) {
    var place = HeldList.end(state) + " " + state.getGuid();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(UTF_8));
  }

  /**
   * Reads what {@link #after} wrote.
   *
   * @throws RefusedException if it is anything else
   */
  static HeldPlace parse(String text) throws RefusedException {
    try {
      var place = new String(Base64.getUrlDecoder().decode(text), UTF_8);
      int blank = place.indexOf(' ');
      return new HeldPlace(
          Long.parseLong(place.substring(0, Math.max(0, blank))), place.substring(blank + 1));
    } catch (IllegalArgumentException e) {
      throw RefusedException.bad("after", "must be the 'next' of an earlier answer");
    }
  }
}
