package org.copytaster.formats.copy;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.copytaster.formats.text.ResourceLines;

/**
 * Time zones as copy names them: by an offset, or by an abbreviation, which means what the world
 * means by it unless the source's own zone has another one of that name.
 */
public final class ZoneNames {

  /** What a name may mean, the usual first; unsure if nobody knows without the source. */
  private record Meaning(List<ZoneOffset> offsets, boolean unsure) {}

  private static final Pattern OFFSET =
      Pattern.compile("(?:(?:UTC|GMT) ?)?([+\\-\\u2212])(\\d{1,2})(?::?(\\d\\d))?(?::?\\d\\d)?");
  private static final Map<String, Meaning> NAMES =
      ResourceLines.of(ZoneNames.class, "zones.tsv").stream()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .collect(Collectors.toUnmodifiableMap(cells -> cells[0], ZoneNames::meaning));

  private ZoneNames() {}

  /** Whether this is an abbreviation that is known, in capitals. */
  public static boolean known(String name) {
    return NAMES.containsKey(name);
  }

  /**
   * The moment of a clock in a zone that the copy names.
   *
   * @param name an offset, an abbreviation in any case, or a region as in {@code Europe/Paris}
   * @param source the source's own zone, which decides between meanings of one name
   * @return nothing if nobody knows the name
   */
  public static Optional<WireMoment> moment(LocalDateTime local, String name, ZoneId source) {
    var offset = OFFSET.matcher(name.strip());
    if (offset.matches()) {
      return offset(offset.group(1), offset.group(2), offset.group(3))
          .map(zone -> new WireMoment(local.toInstant(zone), null));
    }
    var meaning = NAMES.get(name.strip().toUpperCase(Locale.ROOT));
    if (meaning != null) {
      var own = meaning.offsets().stream().filter(zone -> has(source, zone, local)).findFirst();
      var zone = own.orElse(meaning.offsets().get(0));
      boolean assumed = own.isEmpty() && meaning.unsure();
      return Optional.of(new WireMoment(local.toInstant(zone), assumed ? zone.getId() : null));
    }
    return name.indexOf('/') > 0 && ZoneId.getAvailableZoneIds().contains(name)
        ? Optional.of(new WireMoment(local.atZone(ZoneId.of(name)).toInstant(), null))
        : Optional.empty();
  }

  private static boolean has(ZoneId source, ZoneOffset zone, LocalDateTime local) {
    if (source.normalized() instanceof ZoneOffset) {
      return false; // an offset is no country, and a country decides here
    }
    var rules = source.getRules();
    var moment = local.toInstant(zone);
    return rules.getStandardOffset(moment).equals(zone) || rules.getOffset(moment).equals(zone);
  }

  private static Optional<ZoneOffset> offset(String sign, String hours, String minutes) {
    int total = Integer.parseInt(hours) * 60 + (minutes == null ? 0 : Integer.parseInt(minutes));
    return total > 18 * 60
        ? Optional.empty()
        : Optional.of(ZoneOffset.ofTotalSeconds(total * (sign.equals("+") ? 60 : -60)));
  }

  private static Meaning meaning(String[] cells) {
    var offsets = Arrays.stream(cells[1].split(" ", -1)).map(ZoneOffset::of).toList();
    return new Meaning(offsets, cells.length > 2 && cells[2].equals("?"));
  }
}
