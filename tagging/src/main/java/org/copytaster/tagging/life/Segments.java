package org.copytaster.tagging.life;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.copytaster.tagging.life.Segment.Kind;
import org.copytaster.tagging.text.FoldedText;

/** Cuts the fields of an article into the stretches in which words may act. */
final class Segments {

  /** So much of a note is read from its beginning and from its end, in UTF-16 units, */
  private static final int NOTE_HEAD = 4_000;

  private static final int NOTE_TAIL = 1_000;

  /** and so much of a text, a headline or a slugline. */
  private static final int TEXT_HEAD = 2_000;

  private static final int TEXT_TAIL = 600;

  /** A text that is longer is a story, whoever is spoken to in it. */
  private static final int LONGEST_NOTE = 1_200;

  /** With this the sluglines of one agency begin, which some systems show as headlines. */
  private static final String AGENCY_SLUG = "bc-";

  private static final int LINE_LENGTH = 600;
  private static final int HEAD_LINES = 4;
  private static final int TAIL_LINES = 3;
  private static final int MOST_SENTENCES = 60;

  /** A line that is no paragraph: each of its sentences may be a notice. */
  private static final int SHORT = 200;

  /** Raw copy is not broken before. */
  private static final int MARGIN = 45;

  private static final Pattern MARKS = Pattern.compile("[\\s(\\[*/#\"'+=<>{}|_.:-]*");
  private static final Pattern SENTENCE =
      Pattern.compile(
          // the mark first: looking back at every letter costs more than all the rest
          "(?=[.!?])(?:(?<![ .][a-z]{1,2}|\\bkl|\\bno|\\bnr|\\d)[.!?]+[\")\\]]*\\s+(?=\\S)"
              + "|(?<=\\d)\\.\\s+(?=[a-z]{2,} [a-z]))|\\n+");
  private static final Pattern BRACKETED = Pattern.compile("[(\\[]([^()\\[\\]\\n]{3,160})[)\\]]");
  private static final Pattern PREFIX = Pattern.compile("^[^:\\n]{2,40}?(?::|\\s-+|//)\\s+(?=\\S)");
  private static final Pattern ANSWERED =
      Pattern.compile("(?:(?:re|fwd?|aw|wg|tr|rv|rif|enc|sv|vs|vb|antw|doorst|ref)\\s*:\\s*)+");
  private static final Pattern TAIL = Pattern.compile("\\s-+\\s|[:;,]\\s|\\s/+\\s?");
  private static final Pattern SLUG = Pattern.compile("\\s*(?:,|/|--|\\(|\\)|;|:| - )\\s*");

  private final Pattern address;
  private final Pattern greeting;
  private final Pattern letter;

  Segments(LifeRules rules) {
    this.address = rules.any("address");
    this.greeting = rules.any("greeting");
    this.letter = rules.any("letter");
  }

  List<Segment> of(List<Notice.Field> fields) {
    var cutting = new Cutting();
    fields.forEach(cutting::add);
    return List.copyOf(cutting.segments);
  }

  /** Whether a text is short and speaks to editors: then it is a note, and all of it is read. */
  private boolean isNote(String text, FoldedText folding) {
    if (text.length() > LONGEST_NOTE) {
      return false;
    }
    var folded = folding.characters();
    return address.matcher(folded).find()
        || (greeting.matcher(folded).find() && letter.matcher(folded).find());
  }

  private final class Cutting {

    private final Set<Segment> segments = new LinkedHashSet<>();

    private void add(Notice.Field field) {
      switch (field.place()) {
        case NOTE -> note(field);
        case HEADLINE, SUBJECT -> headline(field);
        case SLUGLINE -> slugline(field);
        case BODY -> body(field);
        case SUMMARY -> summary(field);
      }
    }

    private void note(Notice.Field field) {
      for (var part : parts(field.text(), NOTE_HEAD, NOTE_TAIL)) {
        var text = FoldedText.of(part);
        sentences(field, Kind.NOTE, text, 0, text.characters().length());
      }
    }

    private void headline(Notice.Field field) {
      var text = FoldedText.of(head(field.text().strip(), TEXT_HEAD));
      int end = text.characters().length();
      if (text.characters().startsWith(AGENCY_SLUG)) {
        slugline(field);
      }
      start(field, Kind.HEAD, text, 0, end);
      var answered = ANSWERED.matcher(text.characters());
      if (field.place() == NoticePlace.SUBJECT && answered.lookingAt()) {
        start(field, Kind.HEAD, text, answered.end(), end);
      }
      brackets(field, text, 0, end);
      var mark = TAIL.matcher(text.characters());
      for (int i = 0; i < HEAD_LINES && mark.find(); i++) {
        segment(field, Kind.TAIL, text, mark.end(), end);
      }
    }

    private void slugline(Notice.Field field) {
      var text = FoldedText.of(head(field.text().strip(), TEXT_HEAD));
      int begin = 0;
      var cut = SLUG.matcher(text.characters());
      while (cut.find()) {
        slug(field, text, begin, cut.start());
        begin = cut.end();
      }
      slug(field, text, begin, text.characters().length());
    }

    /**
     * A part of a slugline; a kill may stand before or behind the rest with but a blank between.
     */
    private void slug(Notice.Field field, FoldedText text, int begin, int end) {
      segment(field, Kind.SLUG, text, begin, end);
      int blank = text.characters().indexOf(' ', begin);
      if (begin == 0 && blank > 0 && blank < end && text.inCapitals(0, blank)) {
        segment(field, Kind.SLUG, text, begin, blank);
      }
      int last = text.characters().lastIndexOf(' ', end - 1);
      if (last > begin && text.inCapitals(last + 1, end) && !text.inCapitals(begin, last)) {
        segment(field, Kind.SLUG, text, last + 1, end);
      }
      if (text.characters().startsWith(AGENCY_SLUG, begin)) {
        segment(field, Kind.SLUG, text, begin + AGENCY_SLUG.length(), end);
      }
    }

    private void summary(Notice.Field field) {
      var text = FoldedText.of(head(field.text().strip(), TEXT_HEAD));
      int end = Math.max(0, text.characters().indexOf('\n'));
      end = end == 0 ? text.characters().length() : end;
      segment(field, Kind.LINE, text, 0, end);
      brackets(field, text, 0, Math.min(end, LINE_LENGTH));
    }

    private void body(Notice.Field field) {
      var all = field.text().strip();
      var text = FoldedText.of(head(all, TEXT_HEAD));
      if (isNote(all, text)) {
        note(field);
      }
      lines(field, text, true);
      if (all.length() > TEXT_HEAD) {
        lines(
            field,
            FoldedText.of(all.substring(Math.max(TEXT_HEAD, all.length() - TEXT_TAIL))),
            false);
      } else {
        lines(field, text, false);
      }
    }

    private void lines(Notice.Field field, FoldedText text, boolean first) {
      var lines = new ArrayList<int[]>();
      int begin = 0;
      while (begin <= text.characters().length()) {
        int end = text.characters().indexOf('\n', begin);
        end = end < 0 ? text.characters().length() : end;
        if (!text.characters().substring(begin, end).isBlank()) {
          lines.add(new int[] {begin, end});
        }
        begin = end + 1;
      }
      int from = first ? 0 : Math.max(1, lines.size() - TAIL_LINES);
      int to = first ? Math.min(HEAD_LINES, lines.size()) : lines.size();
      for (int i = Math.min(from, to); i < to; i++) {
        var line = lines.get(i);
        // a line that goes on with a sentence is none to itself: raw copy is broken at a margin
        boolean broken = i > 0 && lines.get(i - 1)[1] - lines.get(i - 1)[0] >= MARGIN;
        if (!broken || !text.goesOn(line[0], line[1])) {
          line(field, text, line[0], line[1], first);
        }
      }
    }

    private void line(Notice.Field field, FoldedText text, int begin, int end, boolean first) {
      int cut = Math.min(end, begin + LINE_LENGTH);
      segment(field, Kind.LINE, text, begin, cut);
      brackets(field, text, begin, Math.min(cut, begin + SHORT));
      if (end - begin < SHORT) {
        sentences(field, Kind.LINE, text, begin, end);
      } else if (first) {
        sentences(field, Kind.PROSE, text, begin, cut);
      }
    }

    private void brackets(Notice.Field field, FoldedText text, int begin, int end) {
      var found = BRACKETED.matcher(text.characters()).region(begin, end);
      for (int i = 0; i < HEAD_LINES && found.find(); i++) {
        segment(field, Kind.BRACKET, text, found.start(1), found.end(1));
      }
    }

    private void sentences(Notice.Field field, Kind kind, FoldedText text, int begin, int end) {
      var stop = SENTENCE.matcher(text.characters()).region(begin, end).useTransparentBounds(true);
      int from = begin;
      for (int i = 0; i < MOST_SENTENCES && stop.find(); i++) {
        start(field, kind, text, from, stop.end());
        from = stop.end();
      }
      start(field, kind, text, from, end);
    }

    /** A stretch, and the same from behind an address such as {@code Eds:} or {@code URGENT -}. */
    private void start(Notice.Field field, Kind kind, FoldedText text, int begin, int end) {
      segment(field, kind, text, begin, end);
      if (kind != Kind.PROSE && begin < end) {
        var prefix = PREFIX.matcher(text.characters()).region(begin, end);
        if (prefix.lookingAt()
            && (kind == Kind.NOTE || text.inCapitals(prefix.start(), prefix.end()))) {
          segment(field, kind, text, prefix.end(), end);
        }
      }
    }

    private void segment(Notice.Field field, Kind kind, FoldedText text, int begin, int end) {
      var marks = MARKS.matcher(text.characters()).region(begin, end);
      int from = marks.lookingAt() ? marks.end() : begin;
      // a line of one sentence comes as both, and a line at the head may be one at the foot
      if (from < end) {
        segments.add(new Segment(field, kind, text, from, end));
      }
    }
  }

  private static List<String> parts(String text, int head, int tail) {
    return text.length() <= head + tail
        ? List.of(text)
        : List.of(head(text, head), text.substring(text.length() - tail));
  }

  private static String head(String text, int length) {
    return text.substring(0, Math.min(length, text.length()));
  }
}
