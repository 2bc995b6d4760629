package org.copytaster.formats.lines;

import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.copytaster.schemas.record.Article;
import org.jspecify.annotations.Nullable;

/**
 * Makes fields of the lines of a text that are none of its story, and tidies fields that hold more
 * than they should. What a field says already is never replaced, and nothing is lost: what has no
 * field goes to {@code extra}.
 */
public final class LineReader {

  /** What is written for people and not by an agency, or whose offsets its source has counted. */
  private static final Set<String> LEFT_ALONE = Set.of("json", "html", "text");

  private static final int HEAD = 8;
  private static final int LONGEST_HEADLINE = 250;
  private static final int SHORTEST_SENTENCE = 20;
  private static final int LONGEST_NOTE = 3_000;

  /** What is longer is no line of a field, and tidying it could take long. */
  private static final int LONGEST_FIELD = 500;

  private static final Pattern SENTENCE_END =
      Pattern.compile(
          "(?<=[\\p{L}\\p{N}\"\\u201D\\u00BB)%]{3}[.!?\\u061F\\u3002])(?:\\s+|(?<=\\u3002))");
  private static final Pattern SIGNATURE =
      Pattern.compile(
          "\\(?[\\p{Ll}\\d]{2,5}(?:[/+-][\\p{Ll}\\d]{2,5}){1,8}\\)?|\\p{Ll}{2,4}|\\p{Lu}{2,4} \\p{Ll}{2,4}");
  private static final Pattern END_MARK =
      Pattern.compile("(?i:\\(?ends?\\)?|-ends-|- ?30 ?-|###|<end>)");
  private static final Pattern AGENCY_BEHIND =
      Pattern.compile(
          "[ ,]*(?:\\((?<agency>[^()]{2,40})\\)|(?<=\\d )(?<bare>\\p{Lu}{2,8}))?\\.?[\\s:=_\\u2013\\u2014-]*$");
  private static final Pattern MACHINE_TIME =
      Pattern.compile("\\d{8}(?:T.*)?|\\d{4}-\\d\\d-\\d\\d.*|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}.*");
  private static final Pattern RIGHTS =
      Pattern.compile(
          "(?:\\u00A9|(?i:copyright |\\(c\\) ?(?:19|20)\\d\\d)).{3,400}", Pattern.DOTALL);

  private static final Pattern DISCLAIMER =
      Pattern.compile(
          "^(?i:this (?:e-?mail|message)|the information (?:contained )?in this (?:e-?mail|message)"
              + "|diese (?:e-?mail|nachricht)|ce (?:courriel|message))\\b[^\\n]{0,300}"
              + "(?i:confidential|privileged|intended recipient|vertraulich|confidentiel)");

  /** Codes of services and addressees: capitals and figures only, some of them mixed. */
  private static final Pattern ROUTING =
      Pattern.compile("(?=(?:.*\\d){4})(?:[\\p{Lu}\\d]{2,10}[ \\t]+){4,30}[\\p{Lu}\\d]{2,10}");

  /** When and by whom it was sent, as distributors of releases put it above. */
  private static final Pattern STAMP =
      Pattern.compile("\\d{1,2}\\.\\d{1,2}\\.\\d{4} \\d\\d:\\d\\d[^|\\n]{0,30}\\|[^\\n]{1,200}");

  private final Article.Builder article;
  private final TreeMap<String, String> extra;
  private final ArrayList<String> repairs;

  private LineReader(Article.Builder article) {
    this.article = article;
    this.extra = new TreeMap<>(article.hasExtra() ? article.getExtra() : new TreeMap<>());
    this.repairs = new ArrayList<>(article.hasRepairs() ? article.getRepairs() : Set.of());
  }

  /** Reads the lines of an article; one in a format that is left alone stays as it is. */
  public static void read(Article.Builder article, String format) {
    if (!LEFT_ALONE.contains(format)) {
      new LineReader(article).read();
    }
  }

  private void read() {
    clean();
    fields();
    if (article.hasBody() && article.getBody() != null && !article.getBody().isBlank()) {
      var text = new BodyParagraphs(article);
      cleaned(text);
      foot(text);
      head(text);
      text.into(article);
      headline(text);
      if (text.table()) {
        extra.putIfAbsent("body", "table");
      }
    }
    article.setExtra(extra).setRepairs(repairs);
  }

  private void clean() {
    var headline = article.getHeadline();
    if (headline != null && CleanText.suspicious(headline)) {
      article.setHeadline(CleanText.of(headline).replaceAll("\\s+", " ").strip());
    }
    var byline = article.getByline();
    if (byline != null && CleanText.suspicious(byline)) {
      article.setByline(CleanText.of(byline).replaceAll("\\s+", " ").strip());
    }
  }

  private void cleaned(BodyParagraphs text) {
    for (int i = text.size() - 1; i >= 0; i--) {
      var before = text.get(i).text();
      var after = CleanText.of(before);
      if (!after.equals(before)) {
        repair("text:escapes");
        text.set(i, after.strip());
        if (after.isBlank()) {
          text.remove(i);
        }
      }
    }
  }

  private void fields() {
    var byline = article.getByline();
    if (byline != null && byline.length() <= LONGEST_FIELD) {
      article.setByline(kept("byline", byline, WriterNames.of(byline)));
    }
    var dateline = article.getDateline();
    if (dateline != null && dateline.length() <= LONGEST_FIELD) {
      article.setDateline(kept("dateline", dateline, dateline(dateline)));
    }
    var credit = article.getCreditline();
    if (credit != null && credit.length() <= LONGEST_FIELD) {
      article.setCreditline(kept("creditline", credit, credit(credit)));
    }
  }

  /** The value that stays; what was there before is kept beside it where nothing stays. */
  private @Nullable String kept(String field, String before, Optional<String> after) {
    if (after.isEmpty()) {
      extra(field, before);
    }
    return after.orElse(null);
  }

  /** The place and its day, without the agency; a time for machines is no dateline. */
  private Optional<String> dateline(String value) {
    if (MACHINE_TIME.matcher(value).matches()) {
      return Optional.empty();
    }
    var behind = AGENCY_BEHIND.matcher(value);
    if (!behind.find()) {
      return Optional.of(value);
    }
    var agency = behind.group("agency") == null ? behind.group("bare") : behind.group("agency");
    if (agency != null && article.getCreditline() == null) {
      article.setCreditline(agency);
    }
    var rest = value.substring(0, behind.start()).strip();
    boolean abbreviated = value.startsWith(rest + ".") && rest.matches(".*, \\p{L}{2,5}");
    return rest.isEmpty() ? Optional.empty() : Optional.of(abbreviated ? rest + "." : rest);
  }

  /** The agency; what its writers are is none. */
  private static Optional<String> credit(String value) {
    var credit = value.replaceFirst("[\\s,_\\u2013\\u2014-]+$", "").strip();
    if (!LineTable.role(credit)) {
      return credit.isEmpty() ? Optional.empty() : Optional.of(credit);
    }
    for (int end = credit.lastIndexOf(' '); end > 0; end = credit.lastIndexOf(' ', end - 1)) {
      if (LineTable.agency(credit.substring(0, end))) {
        return Optional.of(credit.substring(0, end));
      }
    }
    return Optional.empty();
  }

  /** Takes what is not the story from the beginning of the text, down to its lead-in. */
  private void head(BodyParagraphs text) {
    int at = 0;
    boolean byline = false;
    for (int seen = 0; seen < HEAD && at < text.size(); seen++) {
      var paragraph = text.get(at);
      if (paragraph.zone() != null) {
        at++;
        continue;
      }
      var lead = LeadIn.of(paragraph.text());
      if (lead.isPresent()) {
        lead(lead.get());
        return;
      }
      title(text, at);
      if (text.running() > 1 && taken(paragraph, byline)) {
        byline |= paragraph.line() && WriterNames.line(paragraph.text()).isPresent();
        text.remove(at);
      } else {
        at++;
      }
    }
  }

  /** Takes the headline off the first line of a list or a table. */
  private void title(BodyParagraphs text, int at) {
    var said = text.get(at).text();
    int line = said.indexOf('\n');
    var headline = article.getHeadline();
    if (line > 0 && headline != null && BodyParagraphs.same(said.substring(0, line), headline)) {
      text.set(at, said.substring(line + 1));
    }
  }

  /** Whether a paragraph is no story; then a field has it. */
  private boolean taken(BodyParagraphs.Paragraph paragraph, boolean afterByline) {
    var text = paragraph.text();
    if (text.length() < LONGEST_NOTE && LineTable.note(text)) {
      note(text);
      return true;
    }
    if (!brief(paragraph)) {
      return false;
    }
    var headline = article.getHeadline();
    if (headline != null && BodyParagraphs.repeats(text, headline)) {
      return true;
    }
    if (STAMP.matcher(text).matches()) {
      extra("stamp", text);
      return true;
    }
    var names = WriterNames.line(text);
    if (names.isPresent()) {
      if (article.getByline() == null) {
        article.setByline(names.get());
      } else if (!BodyParagraphs.same(names.get(), article.getByline())) {
        extra("byline", text);
      }
      return true;
    }
    if (afterByline && text.length() < 60 && LineTable.role(text)) {
      credit(text).filter(c -> article.getCreditline() == null).ifPresent(article::setCreditline);
      extra("byttl", text);
      return true;
    }
    return false;
  }

  private void lead(LeadIn lead) {
    if (article.getDateline() == null && lead.place() != null) {
      article.setDateline(lead.place());
    }
    if (article.getCreditline() == null && lead.agency() != null) {
      article.setCreditline(lead.agency());
    }
  }

  /** Takes what is not the story from the end of the text. */
  private void foot(BodyParagraphs text) {
    for (int at = text.size() - 1; at > 0 && text.running() > 1; at--) {
      var paragraph = text.get(at);
      if (paragraph.zone() != null) {
        continue;
      }
      var said = paragraph.text();
      if (paragraph.line() && SIGNATURE.matcher(said).matches()) {
        extra("signature", said);
      } else if (paragraph.line() && END_MARK.matcher(said).matches()) {
        extra("end-mark", said);
      } else if (brief(paragraph) && ROUTING.matcher(said).matches()) {
        extra("routing", said);
      } else if (said.length() < LONGEST_NOTE && DISCLAIMER.matcher(said).find()) {
        extra("disclaimer", said);
      } else if (said.length() <= LONGEST_FIELD && RIGHTS.matcher(said).matches()) {
        rights(said);
      } else if (said.length() < LONGEST_NOTE && LineTable.note(said)) {
        note(said);
      } else {
        lastLine(text, at, said);
        return;
      }
      text.remove(at);
    }
  }

  private static boolean brief(BodyParagraphs.Paragraph paragraph) {
    return paragraph.line() && paragraph.text().length() <= LONGEST_FIELD;
  }

  /** An end mark may be the last line of a list or a table. */
  private void lastLine(BodyParagraphs text, int at, String said) {
    int line = said.lastIndexOf('\n');
    if (line > 0 && END_MARK.matcher(said.substring(line + 1).strip()).matches()) {
      extra("end-mark", said.substring(line + 1).strip());
      text.set(at, said.substring(0, line).stripTrailing());
    }
  }

  private void rights(String said) {
    if (article.getUsageTerms() == null) {
      article.setUsageTerms(said.replaceAll("\\s+", " "));
    } else {
      extra("copyright", said);
    }
  }

  private void note(String text) {
    var before = article.getEdNote();
    var line = text.replaceAll("\\s+", " ").strip();
    if (before == null) {
      article.setEdNote(line);
    } else if (!before.contains(line)) {
      article.setEdNote(before + "\n" + line);
    }
  }

  /** An alert without a headline has its first sentence for one, which stays in the text. */
  private void headline(BodyParagraphs text) {
    if (article.getHeadline() != null) {
      return;
    }
    for (var paragraph : text.list) {
      if (paragraph.zone() != null || paragraph.text().startsWith("*")) {
        continue;
      }
      var story = paragraph.text().substring(LeadIn.of(paragraph.text()).orElse(LeadIn.NONE).end());
      var sentence = sentence(story.replaceAll("\\s+", " ").strip());
      if (sentence.codePoints().anyMatch(Character::isLetter)) {
        article.setHeadline(sentence);
        repair("headline:from-first-sentence");
      }
      return;
    }
  }

  private static String sentence(String text) {
    var end = SENTENCE_END.matcher(text);
    int length = text.length();
    while (end.find()) {
      if (end.start() >= SHORTEST_SENTENCE) {
        length = end.start();
        break;
      }
    }
    if (length <= LONGEST_HEADLINE) {
      return text.substring(0, length).strip();
    }
    int blank = text.lastIndexOf(' ', LONGEST_HEADLINE);
    int cut = blank > 0 ? blank : LONGEST_HEADLINE;
    cut -= Character.isHighSurrogate(text.charAt(cut - 1)) ? 1 : 0;
    return text.substring(0, cut).strip();
  }

  private void extra(String name, String value) {
    extra.merge(
        name, value, (before, more) -> before.contains(more) ? before : before + "\n" + more);
  }

  private void repair(String repair) {
    if (!repairs.contains(repair)) {
      repairs.add(repair);
    }
  }
}
