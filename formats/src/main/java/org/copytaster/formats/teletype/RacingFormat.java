package org.copytaster.formats.teletype;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.formats.copy.BodyBuilder;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.Digests;
import org.copytaster.formats.copy.Draft;
import org.copytaster.formats.copy.FormatSigns;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;

/**
 * Fields and results of races as AAP sends them: a frame with a desk and its number, a line of
 * codes and a title; or a line with the meeting, the race, the state and the weekday between
 * separators. Neither has a number or a day, so the article is named by its bytes.
 */
public final class RacingFormat implements ArticleFormat {

  private static final Pattern FIELDS =
      Pattern.compile(
          "\\A\\s{0,20}+ZCZC [A-Z]{3}\\d{3}[ \\t]*\\n[A-Z]{2} ([^\\n]{1,60})\\n([^\\n]{3,150})\\n");
  private static final Pattern RESULT =
      Pattern.compile(
          "\\A\\s{0,20}+\\x01(?:(NEWS): *)?(\\p{L}[^\\x00-\\x1f]{1,60})\\x1f(\\d{1,2})"
              + "((?:\\x1f[^\\x00-\\x1f]{0,20}){2,6})[ \\t]*\\n");
  private static final Pattern KEYED = Pattern.compile("^(\\p{Lu}[\\p{Lu} ]{2,30}?) *: +(\\S.*)$");
  private static final Pattern ENDS =
      Pattern.compile("(?<![ \\t<=])[ \\t]*+[<=]++!?[ \\t]*+$", Pattern.MULTILINE);

  private static final Pattern SIGN_OFF =
      Pattern.compile("(?m)^[ \\t]*more [a-z]{2,3}[ \\t<=]*$\\n?");
  private static final Pattern CODES =
      Pattern.compile("#(?:me\\d{0,3}:|fu\\d{0,5}\\??\\.?|sfr?|[a-z]{2})");

  @Override
  public FormatSigns signs() {
    return FormatSigns.ofText("aap-racing");
  }

  @Override
  public boolean recognises(CopyHead glimpse) {
    return HeadedCopy.has(FIELDS, glimpse) || HeadedCopy.has(RESULT, glimpse);
  }

  @Override
  public List<Reading> read(Copy copy) throws UnreadableCopyException {
    var tape = Tape.of(copy);
    var draft = new Draft(copy, tape.repairs());
    if (!copy.given().containsKey("guid")) {
      draft.guid(Digests.urn(copy.bytes()));
    }
    var fields = FIELDS.matcher(tape.text());
    var result = RESULT.matcher(tape.text());
    int begin;
    if (fields.find()) {
      fields(fields, draft);
      begin = fields.end();
    } else if (result.find()) {
      result(result, draft);
      begin = result.end();
    } else {
      throw new UnreadableCopyException("", "has no line that names a race meeting");
    }
    draft.extra("body", "table");
    var text = Tape.withoutEnd(tape.text().substring(begin));
    var signOff = SIGN_OFF.matcher(text);
    if (signOff.find()) {
      draft.extra("signature", signOff.group().strip());
      text = signOff.replaceAll("");
    }
    var body = new BodyBuilder().addLines(plain(text));
    return body.isEmpty()
        ? List.of(new Reading.NotText("", "a race meeting without text"))
        : List.of(draft.body(body).reading());
  }

  /** Without the ends of lines and the codes of the typesetter, whose carets part cells. */
  private static String plain(String text) {
    var plain = ENDS.matcher(Tape.plain(text)).replaceAll("");
    if (!CODES.matcher(plain).find()) {
      return plain;
    }
    var lines = plain.replace("#qc", "\n").replaceAll(" ?\\^+", "\t");
    return CODES.matcher(lines).replaceAll(" ").replaceAll(" {2,}", " ").replaceAll("\n\\s+", "\n");
  }

  private static void fields(Matcher head, Draft draft) {
    draft.extra("codes", Tape.plain(head.group(1)));
    var title = ENDS.matcher(Tape.plain(head.group(2))).replaceAll("").strip();
    var keyed = KEYED.matcher(title);
    if (keyed.matches()) {
      draft.slugline(keyed.group(1)).headline(keyed.group(2));
    } else {
      draft.headline(title);
    }
  }

  /** The line is made for machines; what it says of place and day is all the title there is. */
  private static void result(Matcher head, Draft draft) {
    var said =
        Arrays.stream(head.group(4).split("\\x1f", -1))
            .filter(part -> part.strip().length() > 1)
            .collect(Collectors.joining(" "));
    draft.slugline(head.group(2)).extra("race", head.group(3)).extra("kind", head.group(1));
    draft.headline(head.group(2) + " " + head.group(3) + " " + said);
    draft.repair("headline:from-keyword-line");
  }
}
