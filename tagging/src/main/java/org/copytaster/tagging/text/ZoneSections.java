package org.copytaster.tagging.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the lines stand under: a line such as "8 comments" or "Most read" tells more of those that
 * follow than their own words do. Where prose goes on, a list of links has ended, and comments have
 * not.
 */
final class ZoneSections {

  /** So far below its heading a section of a few lines is remembered. */
  private static final int LONGEST = 24;

  private static final int MOST_PROSE = 2;
  private static final String ENDLESS = "comments";

  /** The heading of each line, or -1, and how many lines of prose stand between. */
  private final int[] headings;

  private final int[] prose;
  private final String[] names;

  private ZoneSections(int lines) {
    this.headings = new int[lines];
    this.prose = new int[lines];
    this.names = new String[lines];
  }

  /**
   * Goes through all lines once.
   *
   * @param headings what each line is the heading of; an empty name for one that is none
   * @param prose whether each line looks like a paragraph of an article
   */
  static ZoneSections of(List<String> headings, List<Boolean> prose) {
    var sections = new ZoneSections(headings.size());
    int heading = -1;
    int between = 0;
    for (int i = 0; i < headings.size(); i++) {
      boolean endless = heading >= 0 && headings.get(heading).equals(ENDLESS);
      if (heading >= 0 && !endless && (between > MOST_PROSE || i - heading > LONGEST)) {
        heading = -1;
      }
      sections.headings[i] = heading;
      sections.prose[i] = between;
      sections.names[i] = heading < 0 ? "" : headings.get(heading);
      if (!headings.get(i).isEmpty()) {
        heading = i;
        between = 0;
      } else if (prose.get(i)) {
        between++;
      }
    }
    return sections;
  }

  /** The name of the section that a line stands in; none if it stands in none. */
  @Nullable String name(int line) {
    return headings[line] < 0 ? null : names[line];
  }

  /** How far below its heading a line stands. */
  String distance(int line) {
    int lines = line - headings[line];
    return lines <= 3 ? String.valueOf(lines) : lines <= 6 ? "near" : lines <= 12 ? "far" : "gone";
  }

  /** How much prose stands between a line and its heading. */
  String prose(int line) {
    return prose[line] == 0 ? "none" : prose[line] == 1 ? "one" : "more";
  }
}
