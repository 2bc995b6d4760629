package org.copytaster.formats.teletype;

import java.util.List;
import java.util.regex.Pattern;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.formats.copy.BodyBuilder;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.Digests;
import org.copytaster.formats.copy.Draft;
import org.copytaster.formats.copy.FormatSigns;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.schemas.record.Subject;

/**
 * The frame between ZCZC and NNNN as AAP fills it: lines that begin with a sign for what they are,
 * then the text. It has no number and no day, so the article is named by its bytes.
 */
public final class ZczcFormat implements ArticleFormat {

  private static final Pattern FRAME =
      Pattern.compile(
          "\\A\\s*ZCZC(?:[ \\t]\\w{2,8})?[ \\t]*[\\r\\n]+((?:[#$:=^*&%@+~!][^\\r\\n]*[\\r\\n]+){1,40}+)");
  private static final Pattern TITLE = Pattern.compile("^\\p{L}.*\\p{L} \\p{L}");
  private static final Pattern RELEASE = Pattern.compile("(?:^|\\n)%MNET");
  private static final int LONGEST_TITLE = 250;
  private static final Pattern SUBJECT = Pattern.compile("\\d{8}");

  @Override
  public FormatSigns signs() {
    return FormatSigns.ofText("zczc");
  }

  @Override
  public boolean recognises(CopyHead glimpse) {
    return FRAME.matcher(glimpse.text()).find();
  }

  @Override
  public List<Reading> read(Copy copy) throws UnreadableCopyException {
    var headed = HeadedCopy.of(copy, FRAME, "has no header between ZCZC and the text");
    var frame = headed.head();
    var draft = headed.draft();
    if (!copy.given().containsKey("guid")) {
      draft.guid(Digests.urn(copy.bytes()));
    }
    var head = frame.group(1).strip().split("\\n+", -1);
    boolean keyed = frame.group(1).startsWith("#") || frame.group(1).contains("\n#");
    for (var line : head) {
      line(line.charAt(0), Tape.plain(line.substring(1)).strip(), keyed, draft);
    }
    var text = Tape.withoutEnd(headed.rest());
    var body = new BodyBuilder().addLines(Tape.plain(text));
    if (body.isEmpty()) {
      return List.of(new Reading.NotText("", "a frame without text"));
    }
    new TeletypeText(draft).said(body.text());
    title(frame.group(1), body.text(), draft);
    draft.body(body);
    return List.of(draft.reading());
  }

  /**
   * A release of MediaNet has its title as the first line of its text. Other copy without a
   * headline, mostly tables, has nothing better than its keyword.
   */
  private static void title(String head, String text, Draft draft) {
    var first = text.split("\\n\\n", 2);
    if (draft.article().getHeadline() != null) {
      return;
    }
    if (RELEASE.matcher(head).find() && first.length == 2 && first[0].length() <= LONGEST_TITLE) {
      draft.headline(first[0]);
      draft.repair("headline:from-first-line");
    } else if (draft.article().getSlugline() != null) {
      draft.headline(draft.article().getSlugline());
      draft.repair("headline:from-keyword-line");
    }
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
