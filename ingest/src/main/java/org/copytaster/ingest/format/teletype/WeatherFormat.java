package org.copytaster.ingest.format.teletype;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.copytaster.ingest.copy.ArticleFormat;
import org.copytaster.ingest.copy.Copy;
import org.copytaster.ingest.copy.Digests;
import org.copytaster.ingest.copy.Draft;
import org.copytaster.ingest.copy.Glimpse;
import org.copytaster.ingest.copy.Paragraphs;
import org.copytaster.ingest.copy.Reading;
import org.copytaster.ingest.copy.UnreadableCopy;

/**
 * Warnings of the Australian Bureau of Meteorology: the identifier of a product, a title, when it
 * was issued, the text. The next warning of a product is another article, for it speaks of other
 * weather.
 */
public final class WeatherFormat implements ArticleFormat {

  private static final Pattern HEAD = Pattern.compile("\\A\\s*(ID[A-Z]\\d{5})[ \\t]*\\n");

  /** What {@link Glimpse} sees has the line ends of the copy. */
  private static final Pattern BEGINNING =
      Pattern.compile(
          "\\A\\s*ID[A-Z]\\d{5}[ \\t]*\\r?\\n[\\s\\S]{0,2000}?\\n[ \\t]*Issued (?:by|at) ");

  private static final Pattern ISSUED = Pattern.compile("^[ \\t]*Issued (?:by|at) ");
  private static final Pattern TIME =
      Pattern.compile(
          "\\b[Aa]t (\\d{1,2})[:.]?(\\d\\d) ?(?:([AaPp])[Mm])? ?([A-Z]{3,4})?,? (?:on )?"
              + "(?:\\p{Alpha}{3,6}day,? )?(?:the )?(\\d{1,2}) (\\p{Alpha}{3,9}) (\\d{4})");

  /** Who is meant, how urgent it is and whose it is; above the title. */
  private static final Pattern ABOVE =
      Pattern.compile("SECURITE|PAN PAN|[\\dNSEW:]+|.*Bureau of Meteorology.*");

  private static final String BUREAU = "Bureau of Meteorology";
  private static final int LONGEST_HEAD = 30;
  private static final Map<String, String> ZONES =
      Lines.of("weather-zones.tsv").stream().collect(Collectors.toMap(l -> l[0], l -> l[1]));

  @Override
  public String name() {
    return "weather-warning";
  }

  @Override
  public List<String> mediaTypes() {
    return List.of("text/plain");
  }

  @Override
  public List<String> endings() {
    return List.of();
  }

  @Override
  public boolean recognises(Glimpse glimpse) {
    return BEGINNING.matcher(glimpse.text()).find();
  }

  @Override
  public List<Reading> read(Copy copy) throws UnreadableCopy {
    var tape = Tape.of(copy);
    var head = HEAD.matcher(tape.text());
    if (!head.find()) {
      throw new UnreadableCopy("", "has no identifier of a weather product");
    }
    var draft = new Draft(copy, tape.repairs()).slugline(head.group(1));
    var text = Tape.plain(tape.text().substring(head.end()));
    var lines = text.lines().limit(LONGEST_HEAD).map(String::strip).toList();
    draft.headline(title(lines));
    if (lines.stream().anyMatch(line -> line.contains(BUREAU))) {
      draft.creditline(BUREAU);
    }
    var issued = issued(lines, draft);
    issued.ifPresent(draft::versionCreated);
    if (issued.isEmpty()) {
      draft.repair("versionCreated:no-time");
    }
    var created = draft.article().getVersionCreated();
    draft.guid(
        created == null
            ? "urn:sha256:" + Digests.sha256(copy.bytes())
            : "urn:bom:" + head.group(1) + ":" + created);
    var body = new Paragraphs();
    for (var paragraph : text.split("\\n[ \\t]*\\n", -1)) {
      body.add(paragraph);
    }
    return List.of(
        body.isEmpty()
            ? new Reading.NotText("", "a warning without text")
            : draft.body(body).reading());
  }

  /** The lines that stand together above the one that says who issued it, or when. */
  private static String title(List<String> lines) {
    int at = 0;
    while (at < lines.size() && !ISSUED.matcher(lines.get(at)).find()) {
      at++;
    }
    int end = at == lines.size() ? 0 : at;
    while (end > 0 && lines.get(end - 1).isEmpty()) {
      end--;
    }
    var title = new ArrayList<String>();
    for (int i = end - 1; i >= 0 && !lines.get(i).isEmpty(); i--) {
      if (ABOVE.matcher(lines.get(i)).matches()) {
        break;
      }
      title.add(0, lines.get(i));
    }
    return String.join(" ", title);
  }

  private static Optional<String> issued(List<String> lines, Draft draft) {
    return lines.stream()
        .map(TIME::matcher)
        .filter(Matcher::find)
        .findFirst()
        .flatMap(found -> moment(found, draft));
  }

  /** A time without a zone, or of one that nobody knows, is in the source's. */
  private static Optional<String> moment(Matcher found, Draft draft) {
    int hour = Integer.parseInt(found.group(1));
    var half = found.group(3);
    if (half != null) {
      hour = hour % 12 + (half.toLowerCase(Locale.ROOT).equals("p") ? 12 : 0);
    }
    var known = found.group(4) == null ? null : ZONES.get(found.group(4));
    if (known == null) {
      draft.extra("zone", found.group(4));
      draft.repair("versionCreated:unknown-zone");
    }
    try {
      var zone = known == null ? draft.circumstances().zone() : ZoneId.of(known);
      return Optional.of(
          LocalDateTime.of(
                  Integer.parseInt(found.group(7)),
                  Months.number(found.group(6)),
                  Integer.parseInt(found.group(5)),
                  hour,
                  Integer.parseInt(found.group(2)))
              .atZone(zone)
              .toInstant()
              .toString());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
