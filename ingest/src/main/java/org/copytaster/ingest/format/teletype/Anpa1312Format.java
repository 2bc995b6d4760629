package org.copytaster.ingest.format.teletype;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copytaster.ingest.copy.ArticleFormat;
import org.copytaster.ingest.copy.Copy;
import org.copytaster.ingest.copy.Draft;
import org.copytaster.ingest.copy.Glimpse;
import org.copytaster.ingest.copy.Reading;
import org.copytaster.ingest.copy.UnreadableCopy;
import org.copytaster.schemas.record.Subject;

/**
 * ANPA 1312: service level and number, a line of priority, category, keyword, version, day and
 * count, then the text. Versions have numbers of their own and share the keyword line and the day.
 */
public final class Anpa1312Format implements ArticleFormat {

  private static final Pattern HEAD =
      Pattern.compile(
          "\\A[\\s\\x00\\x16]*\\x01([A-Za-z]{1,2})(\\d{3,5})([^\\x1c-\\x1f\\n]{0,20})[\\x1c-\\x1f]"
              + "([^\\n]{0,20})\\n([a-zA-Z]) ([a-zA-Z])([\\x11-\\x14]{0,2}) ?([^\\n]*?)"
              + " +(\\d{1,2})-(\\d{1,2})(?: +(\\d{1,5}))?[ \\t]*\\n");

  /** The levels of ANPA 1312 as IPTC counts urgency. */
  private static final Map<String, String> URGENCY =
      Map.of("f", "1", "b", "2", "u", "3", "r", "4", "d", "5");

  private static final Pattern KEYWORD =
      Pattern.compile("^\\^?(?:\\*\\d+<\\s*)?\\^?(.*?),?(\\d*)<?\\s*$");
  private static final Pattern NOTE =
      Pattern.compile("^\\(?(?:Eds|EDITORS?'?S? NOTE|Editors)\\b.*", Pattern.DOTALL);

  @Override
  public String name() {
    return "anpa1312";
  }

  @Override
  public List<String> mediaTypes() {
    return List.of("text/vnd.iptc.anpa", "text/plain");
  }

  @Override
  public List<String> endings() {
    return List.of();
  }

  @Override
  public boolean recognises(Glimpse glimpse) {
    return HEAD.matcher(glimpse.text().replace("\r", "")).find();
  }

  @Override
  public List<Reading> read(Copy copy) throws UnreadableCopy {
    var tape = Tape.of(copy);
    var head = HEAD.matcher(tape.text());
    if (!head.find()) {
      throw new UnreadableCopy("", "has no header of ANPA 1312");
    }
    var draft = new Draft(copy, tape.repairs());
    var rest = tape.text().substring(head.end());
    int end = rest.indexOf(Tape.ETX);
    var created = created(end < 0 ? "" : rest.substring(end + 1), head, copy);
    if (end < 0) {
      draft.repair("teletype:no-end-of-text");
    }
    var text =
        rest.substring(Math.max(0, rest.indexOf(Tape.STX) + 1), end < 0 ? rest.length() : end);
    var lines = text.split("\n", -1);
    var keyword = KEYWORD.matcher(lines[0].strip());
    var slug = keyword.matches() ? Tape.plain(keyword.group(1)).replaceFirst("^\\^", "") : "";
    slug = slug.isBlank() ? head.group(8).strip() : slug;
    var parts = slug.split(",", 2);
    VersionWords.apply(slug, draft);
    draft
        .guid(Story.guid("anpa1312", head.group(3), created, parts[0].strip()))
        .slugline(parts[0])
        .versionCreated(created.toString())
        .urgency(URGENCY.get(head.group(5).toLowerCase(Locale.ROOT)))
        .subject(Subject.newBuilder().setScheme("anpa1312").setCode(head.group(6)).build())
        .extra("service", head.group(1) + head.group(2))
        .extra("selector", head.group(4))
        .extra("keyword", head.group(8))
        .extra("words", head.group(11));
    story(lines, head.group(7).indexOf(0x12) >= 0, draft);
    if (draft.article().getHeadline() == null) {
      draft.headline(parts[0].replaceFirst("^[A-Z]{2}-(?:[A-Z]{2,3}--)?", ""));
      draft.repair("headline:from-keyword-line");
    }
    return List.of(draft.reading());
  }

  private static Instant created(String after, Matcher head, Copy copy) {
    var around = copy.circumstances();
    return after
        .lines()
        .flatMap(line -> EndLine.time(Tape.plain(line), around).stream())
        .findFirst()
        .or(
            () ->
                EndLine.day(
                        Integer.parseInt(head.group(9)), Integer.parseInt(head.group(10)), around)
                    .map(day -> day.atStartOfDay(around.zone()).toInstant()))
        .orElse(around.receivedAt());
  }

  /** Lines between a caret and its end are about the text; the first that is not begins it. */
  private static void story(String[] lines, boolean tabular, Draft draft) {
    var story = new Story(draft);
    boolean begun = false;
    for (int i = 1; i < lines.length; i++) {
      var line = lines[i];
      var plain = Tape.plain(line.replaceFirst("^[\\x08\\s]*\\^", "")).strip();
      boolean heads = line.startsWith("^") && plain.matches("(?s).*[<=]");
      begun |= !heads && !plain.isEmpty();
      var said = plain.replaceFirst("[<=]+$", "").strip();
      if (begun || !about(said, draft)) {
        story.add((line.startsWith("\t") ? "\t" : "") + said);
        begun |= !said.isEmpty();
      }
    }
    story.into(tabular);
  }

  private static boolean about(String said, Draft draft) {
    if (NOTE.matcher(said).matches()) {
      draft.edNote(said);
    } else if (said.startsWith("By ")) {
      draft.byline(said.substring(3));
    } else if (said.startsWith("AP Photo")) {
      draft.extra("photos", said);
    } else if (VersionWords.are(said)) {
      VersionWords.apply(said, draft);
    } else if (draft.article().getHeadline() == null) {
      draft.headline(said);
    } else if (draft.article().getByline() != null && draft.article().getCreditline() == null) {
      draft.creditline(said);
    } else {
      return false;
    }
    return true;
  }
}
