package org.copytaster.formats.teletype;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.Draft;
import org.copytaster.formats.copy.FormatSigns;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
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

  /** A line about the text: a caret before it, or the sign of a headline at its end. */
  private static final Pattern HEADS =
      Pattern.compile("^\\^[^\\x03]*|^[^\\s\\x08].{0,150}\\+\\s*$");

  @Override
  public FormatSigns signs() {
    return new FormatSigns("anpa-1312", List.of("text/vnd.iptc.anpa", "text/plain"), List.of());
  }

  @Override
  public boolean recognises(CopyHead glimpse) {
    return HeadedCopy.has(HEAD, glimpse);
  }

  @Override
  public List<Reading> read(Copy copy) throws UnreadableCopyException {
    var headed = HeadedCopy.of(copy, HEAD, "has no header of ANPA 1312");
    var head = headed.head();
    var draft = headed.draft();
    var rest = headed.rest();
    int end = rest.indexOf(Tape.ETX);
    if (end < 0) {
      draft.repair("teletype:no-end-of-text");
    }
    var text = between(rest, end);
    var lines = text.split("\n", -1);
    var keyword = KEYWORD.matcher(lines[0].strip());
    var slug = keyword.matches() ? Tape.plain(keyword.group(1)).replaceFirst("^\\^", "") : "";
    slug = slug.isBlank() ? Tape.plain(head.group(8)).strip() : slug;
    var name = slug.split(",", 2)[0].strip();
    VersionWords.apply(head.group(8).replaceFirst(".*? (?=\\d)", ""), draft);
    VersionWords.apply(slug, draft);
    var filing = filing(end < 0 ? "" : rest.substring(end + 1), head, draft);
    draft.guid(filing.guid(name + VersionWords.take(slug), Optional.empty()));
    draft
        .slugline(name)
        .urgency(URGENCY.get(head.group(5).toLowerCase(Locale.ROOT)))
        .subject(Subject.newBuilder().setScheme("anpa1312").setCode(head.group(6)).build())
        .extra("service", head.group(1) + head.group(2))
        .extra("selector", head.group(4))
        .extra("keyword", head.group(8))
        .extra("words", head.group(11));
    story(Arrays.asList(lines).subList(1, lines.length), draft);
    if (draft.article().getHeadline() == null) {
      draft.headline(name.replaceFirst("^[A-Z]{2}-(?:[A-Z]{2,3}--)?", ""));
      draft.repair("headline:from-keyword-line");
    }
    Function<NamedArticle, String> guid = story -> filing.guid(story.slug(), story.day());
    ToldLinks.set(draft, Tape.plain(text), filing.near(), guid);
    return NamedArticle.readings(draft, () -> Tape.plain(text), filing.near(), guid);
  }

  /** The text from its begin to its end, if it has one. */
  private static String between(String rest, int end) {
    int begin = rest.indexOf(Tape.STX) + 1;
    return rest.substring(begin, end < 0 ? rest.length() : Math.max(end, begin));
  }

  /**
   * Who filed a text and when.
   *
   * @param day of the header, ISO 8601; its two figures if there is no such day
   * @param near a day near to it that exists
   */
  private record Filing(String source, String day, LocalDate near) {

    /** The guid of a text with this keyword, filed on another day if one is told. */
    String guid(String keyword, Optional<LocalDate> other) {
      return TeletypeText.guid(
          "anpa1312", source, other.map(LocalDate::toString).orElse(day), keyword);
    }
  }

  /**
   * Sets the time of the version. The day is that of the header, on which the text was filed: the
   * time of a lead or a kill may be after midnight.
   */
  private static Filing filing(String after, Matcher head, Draft draft) {
    var around = draft.circumstances();
    var end = after.lines().map(Tape::plain).filter(line -> EndLine.time(line, around).isPresent());
    var line = end.findFirst().orElse("");
    var said = EndLine.time(line, draft);
    var near = said.orElse(around.receivedAt()).atZone(around.zone()).toLocalDate();
    var day = day(head, near);
    if (said.isPresent()) {
      draft.versionCreated(said.get().toString());
    } else {
      draft.repair("versionCreated:no-time");
      day.map(date -> date.atStartOfDay(around.zone()).toInstant())
          .map(Instant::toString)
          .ifPresent(draft::versionCreated);
    }
    var source = head.group(3).isBlank() ? line.strip().split("-", 2)[0] : head.group(3);
    var filed = day.map(LocalDate::toString).orElse(head.group(9) + "-" + head.group(10));
    return new Filing(Tape.plain(source), filed, day.orElse(near));
  }

  /** Month and day as in North America; some agencies put the day first, which the time shows. */
  private static Optional<LocalDate> day(Matcher head, LocalDate near) {
    int first = Integer.parseInt(head.group(9));
    int second = Integer.parseInt(head.group(10));
    var american = EndLine.day(first, second, near);
    var other = EndLine.day(second, first, near);
    return other.isPresent()
            && EndLine.distance(other.get(), near) < 2
            && (american.isEmpty() || EndLine.distance(american.get(), near) > 2)
        ? other
        : american;
  }

  /**
   * Lines between a caret and its end are about the text as far as the last that surely is: a note,
   * a byline, photos. What follows them is text.
   */
  private static void story(List<String> lines, Draft draft) {
    int heads = 0;
    while (heads < lines.size()
        && (HEADS.matcher(lines.get(heads)).find() || lines.get(heads).isBlank())) {
      heads++;
    }
    int sure = heads - 1;
    while (sure >= 0 && !surely(said(lines.get(sure)))) {
      sure--;
    }
    int begin = 0;
    for (; begin < heads && (begin <= sure || draft.article().getHeadline() == null); begin++) {
      about(said(lines.get(begin)), draft);
    }
    boolean table = heads < lines.size() && TeletypeText.row(lines.get(heads));
    if (begin > 0 && begin == heads - 1 && !table && isByline(said(lines.get(begin - 1)))) {
      draft.creditline(said(lines.get(begin)));
      begin++;
    }
    var story = new TeletypeText(draft);
    for (var line : lines.subList(begin, lines.size())) {
      story.add(line);
    }
    story.into();
  }

  private static String said(String line) {
    return Tape.plain(line.replaceFirst("^[\\x08\\s]*\\^", ""))
        .strip()
        .replaceFirst("[<=+]+$", "")
        .strip();
  }

  private static boolean isByline(String said) {
    return said.regionMatches(true, 0, "By ", 0, 3);
  }

  private static boolean surely(String said) {
    return VersionWords.note(said)
        || isByline(said)
        || said.startsWith("AP Photo")
        || VersionWords.are(said);
  }

  private static void about(String said, Draft draft) {
    if (VersionWords.note(said)) {
      draft.edNote(said);
      VersionWords.heed(said, draft);
    } else if (isByline(said)) {
      draft.byline(said.substring(3));
    } else if (said.startsWith("AP Photo")) {
      draft.extra("photos", said);
    } else if (VersionWords.are(said)) {
      VersionWords.apply(said, draft);
    } else if (draft.article().getHeadline() == null) {
      draft.headline(said);
    } else {
      draft.extra("summary", said);
    }
  }
}
