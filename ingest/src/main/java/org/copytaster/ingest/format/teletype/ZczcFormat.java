package org.copytaster.ingest.format.teletype;

import java.util.List;
import java.util.regex.Pattern;
import org.copytaster.ingest.copy.ArticleFormat;
import org.copytaster.ingest.copy.Copy;
import org.copytaster.ingest.copy.Digests;
import org.copytaster.ingest.copy.Draft;
import org.copytaster.ingest.copy.Glimpse;
import org.copytaster.ingest.copy.Paragraphs;
import org.copytaster.ingest.copy.Reading;
import org.copytaster.ingest.copy.UnreadableCopy;
import org.copytaster.schemas.record.Subject;

/**
 * The frame between ZCZC and NNNN as AAP fills it: lines that begin with a sign for what they are,
 * then the text; or, for racing, a line of codes after YY and the title. It has no number and no
 * day, so the article is named by its bytes.
 */
public final class ZczcFormat implements ArticleFormat {

  private static final Pattern FRAME =
      Pattern.compile(
          "\\A\\s*ZCZC(?:[ \\t]\\w{2,8})?[ \\t]*[\\r\\n]+(?:((?:[#$:=^*&%@+][^\\r\\n]*[\\r\\n]+){1,40}+)"
              + "|YY ([A-Z][^\\r\\n]{1,60})[\\r\\n]+(?=[^\\r\\n]))");

  /** The kind of copy that stands before the title of a racing page. */
  private static final Pattern KIND = Pattern.compile("^:?[A-Z]{3,12} ?[:-] ?(?=\\S)");

  private static final Pattern RELEASE =
      Pattern.compile("\\A\\s*((?i:media release): [^\\n]{10,250})\\n[ \\t]*\\n");
  private static final Pattern END = Pattern.compile("(?:\\A|\\n)\\s*NNNN\\s*\\z");
  private static final Pattern TITLE = Pattern.compile("^\\p{L}.*\\p{L} \\p{L}");
  private static final Pattern SUBJECT = Pattern.compile("\\d{8}");

  @Override
  public String name() {
    return "zczc";
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
    return FRAME.matcher(glimpse.text()).find();
  }

  @Override
  public List<Reading> read(Copy copy) throws UnreadableCopy {
    var tape = Tape.of(copy);
    var frame = FRAME.matcher(tape.text());
    if (!frame.find()) {
      throw new UnreadableCopy("", "has no header between ZCZC and the text");
    }
    var draft = new Draft(copy, tape.repairs());
    draft.guid("urn:sha256:" + Digests.sha256(copy.bytes()));
    var text = END.matcher(tape.text().substring(frame.end())).replaceFirst("");
    if (frame.group(1) == null) {
      draft.extra("YY", frame.group(2));
      racing(text.lines().findFirst().orElse(""), draft);
    } else {
      header(frame.group(1), text, draft);
    }
    var body = new Paragraphs();
    for (var paragraph : Tape.plain(text).split("\\n[ \\t]*\\n", -1)) {
      body.add(paragraph);
    }
    if (body.isEmpty()) {
      return List.of(new Reading.NotText("", "a frame without text"));
    }
    new Story(draft).said(body.text());
    draft.body(body);
    return List.of(draft.reading());
  }

  private static void header(String head, String text, Draft draft) {
    boolean keyed = head.startsWith("#") || head.contains("\n#");
    for (var line : head.strip().split("\\n+", -1)) {
      line(line.charAt(0), Tape.plain(line.substring(1)).strip(), keyed, draft);
    }
    if (draft.article().getHeadline() != null) {
      return;
    }
    var release = RELEASE.matcher(Tape.plain(text));
    if (release.find()) {
      draft.headline(release.group(1));
      draft.repair("headline:from-first-line");
    } else if (keyed) {
      draft.headline(draft.article().getSlugline());
      draft.repair("headline:from-keyword-line");
    }
  }

  /** The line under the codes is the title; it stays in the text. */
  private static void racing(String line, Draft draft) {
    var title = Tape.plain(line).strip().replaceFirst("\\s*[<=]+!?$", "");
    draft.headline(KIND.matcher(title).replaceFirst(""));
  }

  /** The signs mean one thing beside a line with {@code #}, which has the keyword, and another. */
  private static void line(char sign, String said, boolean keyed, Draft draft) {
    if (SUBJECT.matcher(said).matches()) {
      draft.subject(Subject.newBuilder().setScheme("iptc-subject").setCode(said).build());
    } else if (sign == '#' || (sign == ':' && !keyed)) {
      draft.slugline(said.isEmpty() ? null : said);
    } else if (sign == '^' || (sign == '$' && said.length() > 2)) {
      draft.headline(said);
    } else if (sign == ':' && draft.article().getHeadline() == null && TITLE.matcher(said).find()) {
      draft.headline(said);
      draft.repair("headline:from-keyword-line");
    } else {
      draft.extra(String.valueOf(sign), said);
    }
    VersionWords.apply(said, draft);
  }
}
