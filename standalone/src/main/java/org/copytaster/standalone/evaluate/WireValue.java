package org.copytaster.standalone.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Values of fields as they are compared: without regard to blanks, kinds of quotes and dashes, and
 * case where it does not matter.
 */
final class WireValue {

  private static final Set<String> TEXT = Set.of("TEXT", "BODY", "ARTICLE");
  private static final Pattern BLANKS = Pattern.compile("[\\p{IsWhite_Space}\\x1C-\\x1F]+");
  private static final Pattern LONE_LINE = Pattern.compile("(?<= )_(?= )");
  private static final Pattern SINGLE = Pattern.compile("[\u2018\u2019\u201A\u201B`\u00B4\u2032]");
  private static final Pattern DOUBLE =
      Pattern.compile("[\u201C\u201D\u201E\u201F\u00AB\u00BB\u2033]");
  private static final Pattern DASHES =
      Pattern.compile("[\u2010\u2011\u2012\u2013\u2014\u2015\u2212]");
  private static final Pattern NOTHING = Pattern.compile("[\u200B\u200C\u200D\uFEFF\u00AD]");
  private static final Pattern BEHIND_PLACE =
      Pattern.compile("(?:\\([^()]*\\)|\\baap\\b|[\\s,/_=-])+$");
  private static final Pattern AROUND_CREDIT = Pattern.compile("^[ ()/_=-]+|[ ()/_=-]+$");

  /** A zone or an offset behind the hour; the day has dashes, too. */
  private static final Pattern ZONED = Pattern.compile("Z$|^.{10}.*[+-]\\d\\d");

  private static final Pattern FRACTION = Pattern.compile("\\.\\d+");
  private static final long STEP = 900;
  private static final long MOST = Duration.ofHours(14).toSeconds();

  private WireValue() {}

  /** In one line, with plain quotes and dashes. */
  static String fold(String value) {
    var folded = Normalizer.normalize(value, Normalizer.Form.NFC);
    folded = folded.replace("``", "\"").replace("''", "\"");
    folded = SINGLE.matcher(folded).replaceAll("'");
    folded = DOUBLE.matcher(folded).replaceAll("\"");
    folded = DASHES.matcher(folded).replaceAll("-");
    folded = NOTHING.matcher(folded).replaceAll("");
    folded = BLANKS.matcher(folded).replaceAll(" ");
    return LONE_LINE.matcher(folded).replaceAll("-").strip();
  }

  /** As a field of this name is compared. */
  static String clean(String field, String value) {
    var folded = fold(value).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return switch (field) {
      case "byline" -> folded.replaceFirst("^by\\b:?\\s*", "");
      case "dateline" -> BEHIND_PLACE.matcher(folded).replaceAll("");
      case "creditline" -> AROUND_CREDIT.matcher(folded).replaceAll("");
      case "language" -> {
        var first = folded.split("[-_]", 2)[0];
        yield first.equals("nb") || first.equals("nn") ? "no" : first;
      }
      default -> folded;
    };
  }

  /**
   * Whether two times are the same, to the minute where the gold standard has no seconds.
   *
   * @param unknown whether the zone of the copy is not known, so that any offset from UTC will do
   */
  static boolean sameTime(String gold, String system, boolean unknown) {
    try {
      var wanted = moment(gold);
      var found = moment(system);
      if (gold.replaceFirst("Z+$", "").length() == 16) {
        found = found.minusSeconds(Math.floorMod(found.getEpochSecond(), 60));
      }
      long gap = Math.abs(Duration.between(wanted, found).toSeconds());
      return unknown ? gap % STEP == 0 && gap <= MOST : gap == 0;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static Instant moment(String text) {
    var plain = FRACTION.matcher(text).replaceAll("").replace(' ', 'T');
    if (plain.length() == 10) {
      return LocalDate.parse(plain).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    boolean zoned = ZONED.matcher(plain).find();
    return zoned
        ? OffsetDateTime.parse(plain).toInstant()
        : LocalDateTime.parse(plain).toInstant(ZoneOffset.UTC);
  }

  /** The body of an article without what it marks as something else than text. */
  static String text(JsonNode article) {
    var zones = new ArrayList<JsonNode>();
    article.path("zones").forEach(zones::add);
    zones.sort(Comparator.comparingInt((JsonNode zone) -> -zone.path("begin").asInt()));
    var text = new StringBuilder(article.path("body").asText(""));
    for (var zone : zones) {
      if (!TEXT.contains(zone.path("zone").asText())) {
        text.replace(zone.path("begin").asInt(), zone.path("end").asInt(), "\n\n");
      }
    }
    var plain = article.path("body").isNull() ? "" : text.toString();
    return plain.strip();
  }

  /** The values, each of which is right. */
  static List<JsonNode> options(JsonNode gold) {
    var options = new ArrayList<JsonNode>();
    if (gold.isArray()) {
      gold.forEach(options::add);
    } else {
      options.add(gold);
    }
    return options;
  }
}
