package org.copytaster.tagging.timex;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.copytaster.tagging.text.Span;
import org.copytaster.tagging.timex.Timex.Range;
import org.copytaster.tagging.timex.rule.TimexType;

/** Links two neighbouring expressions that begin and end one range. */
final class Ranges {

  private static final int LONGEST_JOINT = 12;
  private static final int REACH = 12;
  private static final Pattern JOINT =
      Pattern.compile("(?: ?[-–—] ?|,? (?:to|through|thru|until|till|up to|into) (?:the )?)");
  private static final Pattern AND = Pattern.compile("(?:,? and (?:the )?)");
  private static final Pattern BETWEEN = Pattern.compile("(?i)\\bbetween (?:the )?$");

  private Ranges() {}

  /** The same expressions; the two of a range know of each other. */
  static List<Timex> linked(String characters, List<Timex> timexes) {
    var linked = new ArrayList<>(timexes);
    for (int i = 1; i < linked.size(); i++) {
      var first = linked.get(i - 1);
      var second = linked.get(i);
      if (first.range() == null && joined(characters, first, second) && inOrder(first, second)) {
        linked.set(i - 1, first.in(new Range(true, second.place().span())));
        linked.set(i, second.in(new Range(false, first.place().span())));
      }
    }
    return linked;
  }

  private static boolean joined(String characters, Timex first, Timex second) {
    return joined(characters, first.place().span(), second.place().span());
  }

  /** Whether the characters between two expressions, and in front of them, make them a range. */
  static boolean joined(String characters, Span first, Span second) {
    int end = first.end();
    int begin = second.begin();
    if (begin - end > LONGEST_JOINT || begin <= end) {
      return false;
    }
    var joint = characters.substring(end, begin);
    return JOINT.matcher(joint).matches()
        || (AND.matcher(joint).matches()
            && BETWEEN
                .matcher(characters)
                .region(Math.max(0, first.begin() - REACH), first.begin())
                .find());
  }

  /** Whether these characters join the two ends of a range. */
  static boolean isJoint(String characters) {
    return JOINT.matcher(characters).matches();
  }

  /** Both are points of time, and the first begins before the second ends. */
  private static boolean inOrder(Timex first, Timex second) {
    var from = first.normalization().interval();
    var to = second.normalization().interval();
    boolean times = isPoint(first) && isPoint(second);
    return times
        && (from.isEmpty() || to.isEmpty() || from.get().from().compareTo(to.get().to()) < 0);
  }

  private static boolean isPoint(Timex timex) {
    var type = timex.normalization().type();
    return type == TimexType.DATE || type == TimexType.TIME;
  }
}
