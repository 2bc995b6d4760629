package org.copytaster.formats.teletype;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.formats.copy.BodyBuilder;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.Draft;
import org.copytaster.formats.copy.FormatSigns;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.formats.copy.WireTime;

/**
 * A warning or forecast of Australia's Bureau of Meteorology: the number of the product, a title,
 * when it was issued, then the text. Each issue of a product takes the place of the one before, so
 * the product's number is what all versions share.
 */
public final class WeatherBulletinFormat implements ArticleFormat {

  private static final Pattern HEAD =
      Pattern.compile("\\A\\s{0,20}+(?:[^\\n]{0,80}\\n\\s{0,20}+){0,2}?(ID[A-Z]\\d{5})[ \\t]*\\n");

  /** What tells the radio of a satellite which seas a warning is for. */
  private static final Pattern CODES = Pattern.compile("\\A\\s*\\d[\\dA-Z:]{11,60}[ \\t]*\\n");

  private static final Pattern BUREAU =
      Pattern.compile("\\bbureau of meteorology\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern ISSUED =
      Pattern.compile(
          "^[ \\t]*(?:issued )?at (\\d{1,2})[:.]?(\\d\\d) ?([ap]m)? ?([a-z]{3,4})? (?:on )?"
              + "(?:\\p{L}{6,9},? )?(\\d{1,2}) (\\p{L}{3,9}),? ((?:19|20)\\d\\d)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  /** The names that the Bureau uses; EST is Australia's here. */
  private static final Map<String, String> ZONES =
      WordTable.of("weather-zones.tsv").stream()
          .collect(Collectors.toUnmodifiableMap(line -> line[0], line -> line[1]));

  @Override
  public FormatSigns signs() {
    return FormatSigns.ofText("weather-bulletin");
  }

  @Override
  public boolean recognises(CopyHead glimpse) {
    return HeadedCopy.has(HEAD, glimpse) && HeadedCopy.has(BUREAU, glimpse);
  }

  @Override
  public List<Reading> read(Copy copy) throws UnreadableCopyException {
    var headed = HeadedCopy.of(copy, HEAD, "has no number of a weather product");
    var head = headed.head();
    var draft = headed.draft();
    draft.guid("urn:bom:" + head.group(1));
    var text = Tape.plain(headed.rest());
    draft.headline(title(text));
    var issued = ISSUED.matcher(text);
    if (issued.find()) {
      issued(issued, draft);
    }
    var codes = CODES.matcher(text);
    draft.extra("routing", codes.lookingAt() ? codes.group().strip() : null);
    var body = new BodyBuilder().addLines(codes.replaceFirst(""));
    return body.isEmpty()
        ? List.of(new Reading.NotText(draft.article().getGuid(), "a number without text"))
        : List.of(draft.body(body).reading());
  }

  /**
   * The first line of words that is neither a code for the forwarding radio nor the Bureau and its
   * office below it, with the lines that carry it on in small letters.
   */
  private static String title(String text) {
    var lines = Arrays.stream(text.split("\n", -1)).map(String::strip).toList();
    var title = new ArrayList<String>();
    boolean office = false;
    for (var line : lines) {
      boolean bureau = BUREAU.matcher(line).find();
      if (title.isEmpty()) {
        office = bureau || (office && !line.isEmpty());
        if (!office && line.indexOf(' ') > 0) {
          title.add(line);
        }
      } else if (!line.isEmpty() && !bureau && Character.isLowerCase(line.charAt(0))) {
        title.add(line);
      } else {
        break;
      }
    }
    return String.join(" ", title);
  }

  private static void issued(Matcher said, Draft draft) {
    try {
      int hour = Integer.parseInt(said.group(1));
      if (said.group(3) != null) {
        hour = hour % 12 + (said.group(3).equalsIgnoreCase("pm") ? 12 : 0);
      }
      var moment =
          LocalDateTime.of(
              Integer.parseInt(said.group(7)),
              WireTime.month(said.group(6)),
              Integer.parseInt(said.group(5)),
              hour,
              Integer.parseInt(said.group(2)));
      var name = said.group(4) == null ? "" : said.group(4).toUpperCase(Locale.ROOT);
      var known = ZONES.get(name);
      if (known == null && !name.isEmpty()) {
        draft.extra("zone", name).repair("versionCreated:unknown-zone");
      }
      var zone = known == null ? draft.circumstances().zone() : ZoneId.of(known);
      draft.versionCreated(moment.atZone(zone).toInstant().toString());
    } catch (DateTimeException e) {
      draft.extra("versionCreated", said.group()).repair("versionCreated:unreadable");
    }
  }
}
