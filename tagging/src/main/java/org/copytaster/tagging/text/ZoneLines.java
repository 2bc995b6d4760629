package org.copytaster.tagging.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text, one for each paragraph that is not known and one for each known zone, and
 * the features of each: its own, those of its neighbours, its place in the text, what of it stands
 * elsewhere. Features are made when they are asked for, so that a long text needs little memory.
 */
public final class ZoneLines {

  /** So many lines are looked at for words that come again. */
  private static final int MOST_COMPARED = 2_000;

  /** So many lines are weighed by the model; of those below only the wording counts. */
  static final int MOST_WEIGHED = 20_000;

  private static final int CACHE = 512;
  private static final int NEAR = 4;

  /** A line on its way to a zone. */
  public record Line(Span span, @Nullable Zone known, boolean gapBefore) {}

  private final String characters;
  private final ZoneRules rules;
  private final List<Line> lines = new ArrayList<>();
  private final Map<String, Integer> linesWith = new HashMap<>();
  private final Map<String, Integer> sameLines = new HashMap<>();
  private final List<@Nullable Zone> ruled = new ArrayList<>();
  private final BitSet dated = new BitSet();
  private final LineTraits[] cache = new LineTraits[CACHE];
  private final int[] cached = new int[CACHE];
  private List<Zone> guesses = List.of();
  private ZoneSections sections = ZoneSections.of(List.of(), List.of());
  private int firstProse = -1;
  private int lastProse = -1;
  private int proseLines;
  private int longestOfHead = -1;
  private int stamps;
  private int open;
  private int gaps;
  private boolean headlineKnown;

  private ZoneLines(String characters, ZoneRules rules) {
    this.characters = characters;
    this.rules = rules;
    Arrays.fill(cached, -1);
  }

  /** The lines of a text, of which the known zones are certain, in order and apart. */
  public static ZoneLines of(String characters, List<ZonedSpan> known, ZoneRules rules) {
    var lines = new ZoneLines(characters, rules);
    var paragraphs = Paragraphs.of(characters);
    int open = 0;
    for (var zone : known) {
      paragraphs.in(new Span(open, zone.begin())).forEach(span -> lines.add(span, null));
      lines.add(zone.span(), zone.zone());
      open = zone.end();
    }
    paragraphs.in(new Span(open, characters.length())).forEach(span -> lines.add(span, null));
    lines.survey();
    lines.guesses = ZoneGuess.of(lines, rules, known.isEmpty());
    return lines;
  }

  private void add(Span span, @Nullable Zone known) {
    boolean gap = false;
    if (!lines.isEmpty()) {
      int breaks = 0;
      for (int at = lines.get(lines.size() - 1).span().end(); at < span.begin(); at++) {
        breaks += characters.charAt(at) == '\n' ? 1 : 0;
      }
      gap = breaks > 1;
    }
    gaps += gap ? 1 : 0;
    lines.add(new Line(span, known, gap));
  }

  /** Goes through all lines once: where prose begins and ends, which words come again. */
  private void survey() {
    var headings = new ArrayList<String>();
    var prose = new ArrayList<Boolean>();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      headings.add(line.known() == null ? rules.section(surface(i)) : "");
      prose.add(isProse(i));
      headlineKnown |= line.known() == Zone.HEADLINE;
      open += line.known() == null ? 1 : 0;
      if (prose.get(i)) {
        firstProse = firstProse < 0 ? i : firstProse;
        lastProse = i;
        proseLines++;
      }
      readWording(i);
      stamps += dated.get(i) ? 1 : 0;
      if (firstProse < 0 && mayBeLongestOfHead(i)) {
        longestOfHead = i;
      }
      if (i < MOST_COMPARED && line.span().length() > 0) {
        var traits = traits(i);
        traits.names().forEach(word -> linesWith.merge(word, 1, Integer::sum));
        traits.content().forEach(word -> linesWith.merge(word, 1, Integer::sum));
        sameLines.merge(LineTraits.head(surface(i)), 1, Integer::sum);
      }
    }
    sections = ZoneSections.of(headings, prose);
  }

  /**
   * The longest line above the prose that is no sentence and says no date is often the headline.
   */
  private boolean mayBeLongestOfHead(int i) {
    var line = lines.get(i);
    return line.known() == null
        && ruled.get(i) == null
        && !dated.get(i)
        && line.span().length() > 0
        && characters.charAt(line.span().end() - 1) != '.'
        && (longestOfHead < 0 || line.span().length() > lines.get(longestOfHead).span().length());
  }

  private void readWording(int i) {
    if (lines.get(i).known() != null) {
      ruled.add(null);
      return;
    }
    boolean weighed = i < MOST_WEIGHED;
    ruled.add(weighed ? traits(i).rule() : rules.ofLine(surface(i)).orElse(null));
    dated.set(i, weighed ? traits(i).dateOnly() : rules.dateOnly(surface(i)));
  }

  private boolean isProse(int i) {
    var line = lines.get(i);
    if (line.known() != null) {
      return line.known() == Zone.BODY;
    }
    int end = Math.min(line.span().end(), line.span().begin() + ZoneRules.LONGEST_LINE);
    int words = 1;
    for (int at = line.span().begin() + 1; at < end; at++) {
      boolean begins =
          !Paragraphs.blank(characters.charAt(at)) && Paragraphs.blank(characters.charAt(at - 1));
      words += begins ? 1 : 0;
    }
    return LineTraits.prose(words, characters.substring(line.span().end() - 1, line.span().end()));
  }

  /** How many lines there are. */
  public int size() {
    return lines.size();
  }

  /** The line with this number, from 0. */
  public Line line(int i) {
    return lines.get(i);
  }

  String surface(int i) {
    return lines.get(i).span().surface(characters);
  }

  /** The zone that the wording of the line speaks for; nothing for a known one. */
  @Nullable Zone rule(int i) {
    return ruled.get(i);
  }

  /** What the line would be by wording and convention alone. */
  Zone guess(int i) {
    return guesses.get(i);
  }

  boolean dateOnly(int i) {
    return dated.get(i);
  }

  /** How many lines are not known. */
  int open() {
    return open;
  }

  private LineTraits traits(int i) {
    int slot = i % CACHE;
    var traits = cache[slot];
    if (cached[slot] != i || traits == null) {
      traits = LineTraits.of(surface(i), rules);
      cache[slot] = traits;
      cached[slot] = i;
    }
    return traits;
  }

  /** The names of the features of a line. */
  public List<String> features(int i) {
    var traits = traits(i);
    var features = new ArrayList<String>(64);
    features.add("any");
    features.addAll(traits.own());
    var place = place(i);
    var kind = kind(i);
    features.add("place=" + place);
    features.add("kind=" + kind + " place=" + place);
    features.add("guess=" + guesses.get(i));
    features.add("guess=" + guesses.get(i) + " place=" + place);
    features.add("kind=" + kind + " place=" + place + " words=" + LineTraits.size(traits.words()));
    for (var own : traits.own()) {
      if (own.startsWith(ZoneRules.CUE) || own.startsWith("tense=")) {
        features.add(own + " place=" + place);
      }
    }
    addNeighbours(features, i, kind);
    addPosition(features, i);
    addRepetition(features, i, traits);
    addSection(features, i, kind);
    return features;
  }

  private void addSection(List<String> features, int i, String kind) {
    features.add("furniture around=" + furnitureAround(i));
    features.add("kind=" + kind + " furniture around=" + furnitureAround(i));
    var rows = rowsAround(i);
    features.add("rows=" + rows);
    features.add("kind=" + kind + " rows=" + rows);
    var section = sections.name(i);
    if (section == null) {
      features.add("under=nothing");
      return;
    }
    var under = "under=" + section;
    features.add(under);
    features.add(under + " prose=" + sections.prose(i));
    features.add(under + " distance=" + sections.distance(i));
    features.add(under + " kind=" + kind + " prose=" + sections.prose(i));
    features.add(under + " kind=" + kind + " distance=" + sections.distance(i));
  }

  /** How many of the lines near it are furniture by their wording. */
  private String furnitureAround(int i) {
    int found = 0;
    for (int at = Math.max(0, i - NEAR); at < Math.min(lines.size(), i + NEAR + 1); at++) {
      found += at != i && ruled.get(at) == Zone.FURNITURE ? 1 : 0;
    }
    return found < 2 ? String.valueOf(found) : found < NEAR ? "some" : "many";
  }

  /** How many lines in a row, this one among them, look like rows of a table. */
  private String rowsAround(int i) {
    if (!row(i)) {
      return "none";
    }
    int rows = 1;
    for (int at = i - 1; at >= 0 && i - at < NEAR && row(at); at--) {
      rows++;
    }
    for (int at = i + 1; at < lines.size() && at - i < NEAR && row(at); at++) {
      rows++;
    }
    return rows == 1 ? "one" : rows < NEAR ? "some" : "many";
  }

  private boolean row(int i) {
    return lines.get(i).known() == null && ruled.get(i) == null && traits(i).row();
  }

  private void addNeighbours(List<String> features, int i, String kind) {
    var before = kind(i - 1);
    var after = kind(i + 1);
    features.add("before=" + before);
    features.add("after=" + after);
    features.add("before-last=" + kind(i - 2));
    features.add("after-next=" + kind(i + 2));
    features.add("kind=" + kind + " before=" + before);
    features.add("kind=" + kind + " after=" + after);
    features.add("kind=" + kind + " between=" + before + " " + after);
    features.add("run=" + run(i));
    features.add("guess before=" + (i > 0 ? guesses.get(i - 1) : "edge"));
    features.add("guess after=" + (i + 1 < lines.size() ? guesses.get(i + 1) : "edge"));
    if (gaps > 0 && 2 * gaps < lines.size()) {
      features.add(lines.get(i).gapBefore() ? "gap" : "no-gap");
    }
  }

  private void addPosition(List<String> features, int i) {
    if (i <= NEAR) {
      features.add("at=" + i + (headlineKnown ? " headline-known" : ""));
    }
    if (firstProse > i) {
      features.add("to-prose=" + Math.min(NEAR, firstProse - i));
    }
    if (i < firstProse && longestOfHead >= 0) {
      int from = Integer.signum(i - longestOfHead);
      features.add("longest of head=" + (from == 0 ? "it" : from < 0 ? "below" : "above"));
    }
    if (stamps > 2) {
      features.add("stamps" + (dated.get(i) ? " date" : " kind=" + kind(i)));
    }
    if (lastProse >= 0 && i > lastProse) {
      features.add("from-prose=" + Math.min(NEAR, i - lastProse));
    }
    if (lines.size() - 1 - i < NEAR) {
      features.add("to-end=" + (lines.size() - 1 - i));
    }
    features.add("prose-lines=" + (proseLines == 0 ? "none" : proseLines < 3 ? "few" : "many"));
    if (headlineKnown) {
      features.add("headline-known");
    }
  }

  private void addRepetition(List<String> features, int i, LineTraits traits) {
    if (doubles(i - 1, i) || doubles(i, i + 1)) {
      features.add("double");
    }
    if (i < MOST_COMPARED && sameLines.getOrDefault(LineTraits.head(surface(i)), 0) > 1) {
      features.add("same line elsewhere");
    }
    if (traits.words() >= 6 && lines.size() > 2) {
      features.add("names elsewhere=" + elsewhere(traits.names()));
      features.add("words elsewhere=" + elsewhere(traits.content()));
    }
  }

  private String elsewhere(Set<String> words) {
    if (words.isEmpty()) {
      return "no word";
    }
    int found = 0;
    for (var word : words) {
      found += linesWith.getOrDefault(word, 0) > 1 ? 1 : 0;
    }
    int tenths = 10 * found / words.size();
    return tenths == 0 ? "none" : tenths < 3 ? "few" : tenths < 6 ? "half" : "most";
  }

  private String place(int i) {
    if (firstProse < 0) {
      return "no-prose";
    }
    if (i <= firstProse) {
      return i < firstProse ? "head" : "first";
    }
    return i > lastProse ? "tail" : i + 2 < lines.size() ? "body" : "end";
  }

  /** What kind of line that is, in a word. */
  private String kind(int i) {
    if (i < 0 || i >= lines.size()) {
      return "edge";
    }
    var known = lines.get(i).known();
    if (known != null) {
      return known == Zone.BODY ? "prose" : known.name();
    }
    var traits = traits(i);
    if (traits.dateOnly()) {
      return "date";
    }
    if (traits.rule() != null) {
      return traits.rule().name();
    }
    if (traits.prose()) {
      return "prose";
    }
    boolean sentence = traits.own().contains("last=stop") || traits.own().contains("last=?");
    return sentence ? "sentence" : traits.words() <= NEAR ? "words" : "phrase";
  }

  /** How many lines around it, with it, are no prose. */
  private String run(int i) {
    int begin = i;
    int end = i;
    while (begin > 0 && i - begin < NEAR && !isProse(begin - 1)) {
      begin--;
    }
    while (end + 1 < lines.size() && end - i < NEAR && !isProse(end + 1)) {
      end++;
    }
    int length = end - begin + 1;
    return isProse(i) ? "prose" : length < 3 ? "short" : length < 6 ? "middle" : "long";
  }

  /** Whether two lines are nearly the same, as a caption and its longer form. */
  boolean doubles(int first, int second) {
    return first >= 0
        && second < lines.size()
        && NearlySame.are(characters, lines.get(first).span(), lines.get(second).span());
  }
}
