package org.copytaster.formats.teletype;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
 * IPTC 7901: source and number, priority, category, count and keywords, then the text. A lead has a
 * number of its own and shares the keyword line and the day with what it replaces.
 */
public final class Iptc7901Format implements ArticleFormat {

  private static final Pattern HEAD =
      Pattern.compile(
          "\\A[\\s\\x00\\x16\\x7F]*(?:ZCZC\\s+)?(\\x01?)([A-Za-z]{2,5})(\\d{2,6}) ([1-9]) ([A-Za-z]{1,4})"
              + " +(\\d{1,5})\\b([^\\n]*)\\n");
  private static final Pattern NOTEBOOK =
      Pattern.compile(
          "(?i)^(?:#+ .*(?:notebook|notizblock)|\\* \\* \\* \\*|notizblock$).*|^==\\p{L}+$");
  private static final Pattern BRACKETS = Pattern.compile("\\([^()]{2,300}\\)");
  private static final Pattern SIGNATURE = Pattern.compile("[a-z]{2,5}(?: [a-z\\d]{2,5}){1,8}");

  @Override
  public FormatSigns signs() {
    return new FormatSigns("iptc-7901", List.of("text/vnd.iptc.7901", "text/plain"), List.of());
  }

  @Override
  public boolean recognises(CopyHead glimpse) {
    return HeadedCopy.has(HEAD, glimpse);
  }

  @Override
  public List<Reading> read(Copy copy) throws UnreadableCopyException {
    var headed = HeadedCopy.of(copy, HEAD, "has no header of IPTC 7901");
    var head = headed.head();
    var draft = headed.draft();
    var lines = new ArrayList<>(List.of(headed.rest().split("\n", -1)));
    lines.replaceAll(line -> line.replace("\u007F", "").stripTrailing());
    var created = created(lines, draft);
    var keyword = keyword(lines).replaceAll("\\p{Cntrl}", "");
    var day = created.map(time -> time.toString().substring(0, 10)).orElse(head.group(3));
    draft
        .guid(
            TeletypeText.guid(
                "iptc7901", head.group(2), day, keyword.isEmpty() ? head.group(3) : keyword))
        .slugline(keyword)
        .versionCreated(created.map(Instant::toString).orElse(null))
        .urgency(head.group(4))
        .subject(Subject.newBuilder().setScheme("iptc7901").setCode(head.group(5)).build());
    header(head, draft);
    var all = List.copyOf(lines);
    story(lines, draft);
    var near = created.orElse(draft.circumstances().receivedAt()).atZone(UTC).toLocalDate();
    Function<NamedArticle, String> guid =
        story -> guid(head.group(2), story, day, keyword.endsWith("/"));
    var text = Tape.plain(String.join("\n", all));
    ToldLinks.set(draft, text, near, guid);
    return NamedArticle.readings(draft, () -> text, near, guid);
  }

  /** A keyword line ends with a slash or not, as the source has it everywhere. */
  private static String guid(String source, NamedArticle story, String day, boolean slash) {
    var keyword = slash && !story.slug().endsWith("/") ? story.slug() + "/" : story.slug();
    return TeletypeText.guid(
        "iptc7901", source, story.day().map(LocalDate::toString).orElse(day), keyword);
  }

  private static void header(Matcher head, Draft draft) {
    draft
        .extra("service", head.group(2) + head.group(3))
        .extra("words", head.group(6))
        .extra("options", head.group(7));
  }

  /** Takes the last line that names a moment out of the lines, and all after it. */
  private static Optional<Instant> created(List<String> lines, Draft draft) {
    for (int i = lines.size() - 1; i >= Math.max(0, lines.size() - 12); i--) {
      var time = EndLine.time(Tape.plain(lines.get(i)), draft);
      if (time.isPresent()) {
        lines.subList(i, lines.size()).clear();
        return time;
      }
    }
    draft.repair("versionCreated:no-time");
    return Optional.empty();
  }

  /** The lines before the text begins; without its sign, those before the second blank line. */
  private static String keyword(List<String> lines) {
    var keyword = new StringBuilder();
    boolean sign = lines.stream().anyMatch(line -> line.indexOf(Tape.STX) >= 0);
    while (!lines.isEmpty()) {
      var line = lines.get(0);
      if (line.indexOf(Tape.STX) >= 0) {
        lines.set(0, line.substring(line.indexOf(Tape.STX) + 1));
        break;
      }
      boolean last = !sign && line.endsWith("/");
      if (!sign && !line.isBlank() && !last) {
        break;
      }
      keyword.append(line.strip());
      lines.remove(0);
      if (last) {
        break;
      }
    }
    return keyword.toString();
  }

  private static void story(List<String> lines, Draft draft) {
    var story = new TeletypeText(draft);
    var headline = new ArrayList<String>();
    boolean begun = false;
    boolean notebook = false;
    boolean note = false;
    for (var line : lines) {
      var plain = Tape.plain(line).strip();
      if (!begun) {
        begun = plain.isEmpty() ? !headline.isEmpty() : !heads(line, plain, headline, draft);
        if (!begun || plain.isEmpty()) {
          begun |= plain.endsWith("=") || plain.endsWith("+");
          continue;
        }
      }
      notebook |= NOTEBOOK.matcher(plain).matches();
      if (notebook) {
        note = plain.startsWith("#") ? plain.contains("Note to editors") : note && !plain.isEmpty();
        draft.extra("notebook", plain);
        if (note && !plain.startsWith("#")) {
          draft.edNote(plain);
          VersionWords.heed(plain, draft);
        }
      } else if (SIGNATURE.matcher(plain).matches()) {
        draft.extra("signature", plain);
      } else {
        story.add(line);
      }
    }
    draft.headline(String.join(" ", headline));
    story.into();
  }

  /** Takes a line above the text; false if the text begins with it. */
  private static boolean heads(String line, String plain, List<String> headline, Draft draft) {
    var said = plain.replaceFirst("\\s*[=+]+$", "");
    if (VersionWords.note(said)) {
      draft.edNote(said);
      VersionWords.heed(said, draft);
    } else if (VersionWords.are(said)) {
      VersionWords.apply(said, draft);
    } else if (BRACKETS.matcher(said).matches() && headline.isEmpty()) {
      bracketed(said, draft);
    } else if (said.startsWith("By ") && !headline.isEmpty()) {
      draft.byline(said.substring(3));
    } else if (!headline.isEmpty() && (line.startsWith("  ") || headline.size() > 2)) {
      return false;
    } else {
      headline.add(said);
    }
    return true;
  }

  /** What stands in brackets above the headline is for editors; one word only says what it is. */
  private static void bracketed(String said, Draft draft) {
    var words = said.substring(1, said.length() - 1).strip();
    VersionWords.apply(words.split(":", 2)[0], draft);
    if (words.indexOf(' ') > 0) {
      draft.edNote(said);
      VersionWords.heed(said, draft);
    } else {
      draft.extra("version-line", words);
    }
  }
}
