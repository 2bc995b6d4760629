package org.copytaster.formats.copy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/** Versions as agencies count: 3, 0003, 1.2, or the time of the version. */
public final class Versions {

  private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");
  private static final Pattern POINT = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})");

  private Versions() {}

  /**
   * The version as a number that grows with it.
   *
   * @param zone of times that name none
   */
  static Optional<Integer> of(String version, ZoneId zone) {
    if (WHOLE.matcher(version).matches()) {
      long number = Long.parseLong(version);
      if (number <= Integer.MAX_VALUE) {
        return Optional.of((int) Math.max(1, number));
      }
    }
    var point = POINT.matcher(version);
    if (point.matches()) {
      int minor = Integer.parseInt(point.group(2));
      int major = Integer.parseInt(point.group(1));
      return Optional.of(minor == 0 ? Math.max(1, major) : major * 10_000 + minor);
    }
    return WireTime.parse(version, zone).map(Versions::ofTime);
  }

  /** Seconds since 1970: more than any count that starts at 1, and an {@code int} until 2038. */
  public static int ofTime(Instant time) {
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, time.getEpochSecond()));
  }
}
