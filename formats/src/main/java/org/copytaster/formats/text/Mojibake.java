package org.copytaster.formats.text;

import java.util.ArrayList;
import java.util.List;
import org.copytaster.formats.text.Misreading.Sequence;

/**
 * Undoes wrong readings of UTF-8 that happened before the text came here, such as {@code â€™} for
 * an apostrophe. Each line is looked at for itself, since a page may have one bad paragraph, and
 * several times, since a text may have been misread more than once. A text in which nothing is
 * strange stays as it is.
 */
public final class Mojibake {

  private static final int MOST_TIMES = 6;

  private Mojibake() {}

  /**
   * The text as it was written; the same object if nothing was misread.
   *
   * @param text of any length; takes time in proportion to it
   */
  public static String mend(String text) {
    if (text.chars().allMatch(c -> c < 0x80)) {
      return text;
    }
    var now = text;
    for (int times = 0; times < MOST_TIMES; times++) {
      var next = once(now);
      if (next.equals(now)) {
        break;
      }
      now = next;
    }
    return now.equals(text) ? text : LossyMojibake.mend(now);
  }

  private static String once(String text) {
    var mended = new StringBuilder(text.length());
    int begin = 0;
    while (begin < text.length()) {
      int newline = text.indexOf('\n', begin);
      int end = newline < 0 ? text.length() : newline + 1;
      mended.append(line(text.substring(begin, end)));
      begin = end;
    }
    return mended.toString();
  }

  /** The line with one misreading undone: the one that explains most of it. */
  private static String line(String line) {
    if (line.chars().allMatch(c -> c < 0x80)) {
      return line;
    }
    List<Sequence> best = List.of();
    int most = 0;
    for (var misreading : Misreading.values()) {
      var misread = misread(line, misreading);
      int explained = misread.stream().mapToInt(each -> each.end() - each.begin()).sum();
      if (explained > most) {
        best = misread;
        most = explained;
      }
    }
    return best.isEmpty() ? line : replaced(line, best);
  }

  /** What was misread: nothing if no stretch is for certain, else also what is in doubt. */
  private static List<Sequence> misread(String line, Misreading misreading) {
    var found = misreading.sequences(line);
    var all = new ArrayList<Sequence>();
    boolean certain = false;
    for (int i = 0; i < found.size(); i++) {
      var suspicion = Suspicion.of(line, found, i, misreading);
      if (suspicion != Suspicion.NONE) {
        all.add(found.get(i));
      }
      certain |= suspicion == Suspicion.STRONG;
    }
    return certain ? all : List.of();
  }

  private static String replaced(String line, List<Sequence> misread) {
    var text = new StringBuilder(line.length());
    int done = 0;
    for (var each : misread) {
      text.append(line, done, each.begin()).appendCodePoint(each.codePoint());
      done = each.end();
    }
    return text.append(line, done, line.length()).toString();
  }
}
