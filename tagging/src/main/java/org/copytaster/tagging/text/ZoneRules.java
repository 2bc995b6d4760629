package org.copytaster.tagging.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Patterns that speak for a zone by the wording of a line, as they lie in zone-rules.tsv. */
public final class ZoneRules {

  /** Longer lines are prose; this also keeps the time of the patterns within bounds. */
  static final int LONGEST_LINE = 400;

  private static final int LONGEST_CREDIT = 120;
  private static final int LONGEST_DATELINE = 100;
  private static final int LONGEST_TAIL = 80;
  private static final int LONGEST_SIGNATURE = 320;
  private static final int LONGEST_HEADING = 80;
  static final String CUE = "cue:";
  private static final String SECTION = "section:";

  private record LineRule(Zone zone, Wording wording) {}

  private record Cue(String name, Wording wording) {}

  private final List<LineRule> lines = new ArrayList<>();
  private final List<Cue> cues = new ArrayList<>();
  private final List<Cue> sections = new ArrayList<>();
  private final List<Wording> dates = new ArrayList<>();
  private final List<Wording> datelines = new ArrayList<>();
  private final List<Wording> agencyDatelines = new ArrayList<>();
  private final List<Wording> credits = new ArrayList<>();
  private final List<Wording> creditTails = new ArrayList<>();
  private final List<Wording> signatures = new ArrayList<>();
  private final List<Wording> furnitureEnds = new ArrayList<>();

  private ZoneRules() {}

  /**
   * A pattern.
   *
   * @param needs pieces in small letters, of which a line must have one; none needs nothing
   */
  private record Wording(Pattern pattern, List<String> needs) {

    private static Wording of(List<String> row) {
      return new Wording(
          Pattern.compile(row.get(1)),
          row.size() > 2 ? List.of(row.get(2).split("[|]", -1)) : List.of());
    }

    private boolean mayBeIn(String small) {
      if (needs.isEmpty()) {
        return true;
      }
      for (var piece : needs) {
        if (small.contains(piece)) {
          return true;
        }
      }
      return false;
    }

    private boolean matches(String line, String small) {
      return mayBeIn(small) && pattern.matcher(line).matches();
    }

    private boolean isIn(String line, String small) {
      return mayBeIn(small) && pattern.matcher(line).find();
    }

    private int end(String line, String small) {
      var matcher = pattern.matcher(line);
      return mayBeIn(small) && matcher.lookingAt() ? matcher.end() : 0;
    }
  }

  /** The rules of this version. */
  public static ZoneRules read() {
    var rules = new ZoneRules();
    for (var row : Table.read(ZoneRules.class, "zone-rules.tsv").rows()) {
      rules.add(row.get(0), Wording.of(row));
    }
    return rules;
  }

  private void add(String kind, Wording pattern) {
    switch (kind) {
      case "date-only" -> dates.add(pattern);
      case "dateline-start" -> datelines.add(pattern);
      case "agency-dateline" -> agencyDatelines.add(pattern);
      case "credit-end" -> credits.add(pattern);
      case "credit-tail" -> creditTails.add(pattern);
      case "signed-end" -> signatures.add(pattern);
      case "furniture-end" -> furnitureEnds.add(pattern);
      default -> {
        if (kind.startsWith(CUE)) {
          cues.add(new Cue(kind, pattern));
        } else if (kind.startsWith(SECTION)) {
          sections.add(new Cue(kind.substring(SECTION.length()), pattern));
        } else {
          lines.add(new LineRule(Zone.valueOf(kind), pattern));
        }
      }
    }
  }

  /** The zone that the wording of a whole line speaks for. */
  Optional<Zone> ofLine(String line) {
    if (line.length() > LONGEST_LINE) {
      return Optional.empty();
    }
    var small = line.toLowerCase(Locale.ROOT);
    for (var rule : lines) {
      if (rule.wording().matches(line, small)) {
        return Optional.of(rule.zone());
      }
    }
    return Optional.empty();
  }

  /** The names of the cues that a line has. */
  List<String> cues(String line) {
    var found = new ArrayList<String>();
    var small = line.toLowerCase(Locale.ROOT);
    for (var cue : cues) {
      if (cue.wording().isIn(line, small)) {
        found.add(cue.name());
      }
    }
    return found;
  }

  /** What the line is the heading of; an empty name if it is none. */
  String section(String line) {
    if (line.length() <= LONGEST_HEADING) {
      var small = line.toLowerCase(Locale.ROOT);
      for (var section : sections) {
        if (section.wording().matches(line, small)) {
          return section.name();
        }
      }
    }
    return "";
  }

  /** Whether the line says a date and nothing else. */
  boolean dateOnly(String line) {
    return line.length() <= LONGEST_CREDIT && any(dates, line);
  }

  /** The offset after the dateline that the paragraph begins with, or 0. */
  int datelineEnd(String paragraph) {
    int agency = agencyDatelineEnd(paragraph);
    return agency > 0 ? agency : end(datelines, paragraph);
  }

  /** The same, if an agency signs it. */
  int agencyDatelineEnd(String paragraph) {
    return end(agencyDatelines, paragraph);
  }

  private static int end(List<Wording> patterns, String paragraph) {
    // a dateline may stand on a line of its own, with the line break as the blank behind it
    var start = paragraph.substring(0, Math.min(LONGEST_DATELINE, paragraph.length())) + "\n";
    var small = start.toLowerCase(Locale.ROOT);
    for (var pattern : patterns) {
      int end = pattern.end(start, small);
      if (end > 0) {
        return Math.min(end, paragraph.length());
      }
    }
    return 0;
  }

  /** The offset where the credit at the end of a caption begins, or 0. */
  int creditAtEnd(String paragraph) {
    int bracket = bracketAtEnd(paragraph, LONGEST_CREDIT);
    if (bracket > 0 && any(credits, paragraph.substring(bracket))) {
      return bracket;
    }
    return 0;
  }

  /** The same, also for a name behind a slash or a dash; only a caption may be asked for it. */
  int creditOfCaption(String paragraph) {
    int bracket = creditAtEnd(paragraph);
    return bracket > 0 ? bracket : tail(creditTails, paragraph, LONGEST_TAIL, false);
  }

  /** The offset where those who reported, or an agency, sign at the end of a paragraph, or 0. */
  int signatureAtEnd(String paragraph) {
    int bracket = bracketAtEnd(paragraph, LONGEST_SIGNATURE);
    if (bracket > 0 && any(signatures, paragraph.substring(bracket))) {
      return bracket;
    }
    return tail(signatures, paragraph, LONGEST_TAIL, true);
  }

  /** The offset where the end of a paragraph is a mark that the copy ends, or 0. */
  int furnitureAtEnd(String paragraph) {
    return tail(furnitureEnds, paragraph, LONGEST_TAIL, true);
  }

  private static int bracketAtEnd(String paragraph, int longest) {
    int from = paragraph.lastIndexOf('(');
    return from < 1 || paragraph.length() - from > longest ? 0 : from;
  }

  /**
   * Where a tail begins that a pattern matches whole: behind a blank, perhaps behind a sentence.
   */
  private static int tail(
      List<Wording> patterns, String paragraph, int longest, boolean afterSentence) {
    for (int at = Math.max(1, paragraph.length() - longest); at < paragraph.length(); at++) {
      boolean begins =
          Paragraphs.blank(paragraph.charAt(at - 1)) && !Paragraphs.blank(paragraph.charAt(at));
      if (begins
          && (!afterSentence || sentenceEnds(paragraph, at))
          && any(patterns, paragraph.substring(at))) {
        return at;
      }
    }
    return 0;
  }

  private static boolean sentenceEnds(String paragraph, int at) {
    int last = at - 1;
    while (last > 0 && Paragraphs.blank(paragraph.charAt(last))) {
      last--;
    }
    return Paragraphs.endsSentence(paragraph.charAt(last));
  }

  private static boolean any(List<Wording> patterns, String line) {
    var small = line.toLowerCase(Locale.ROOT);
    for (var pattern : patterns) {
      if (pattern.matches(line, small)) {
        return true;
      }
    }
    return false;
  }
}
