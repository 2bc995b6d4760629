package org.copytaster.standalone.tag;

import java.util.stream.Collectors;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.Timex;
import org.jspecify.annotations.Nullable;

/** Says for each time expression, in one line, how its value came about. */
final class Explanation {

  private Explanation() {}

  /** One line for the document creation time and one for each expression. */
  static String of(EnrichedArticle enriched) {
    var dct = enriched.getDct();
    var creation = dct == null ? "none accepted" : dct.getValue() + " (" + dct.getMethod() + ")";
    return enriched.getTimexes().stream()
        .map(Explanation::line)
        .collect(Collectors.joining("", "document creation time: " + creation + "\n", ""));
  }

  private static String line(Timex timex) {
    return String.format(
        "%d-%d \"%s\" %s %s%s: rule %s, %s: %s%s; confidence %.2f%n",
        timex.getBegin(),
        timex.getEnd(),
        timex.getSurface().replaceAll("\\s+", " "),
        timex.getType(),
        timex.getValue() == null ? "without a value" : timex.getValue(),
        attributes(timex),
        timex.getRule(),
        timex.getAnchor() == null ? "no anchor needed" : "anchor " + timex.getAnchor(),
        timex.getReason(),
        others(timex),
        timex.getConfidence());
  }

  private static String attributes(Timex timex) {
    return attribute("mod", timex.getMod())
        + attribute("quant", timex.getQuant())
        + attribute("freq", timex.getFreq())
        + (timex.getFrom() == null
            ? ""
            : " [" + timex.getFrom() + ", " + timex.getTo() + ") by " + timex.getGrain())
        + attribute("begin of the range to", timex.getRangeEnd())
        + attribute("end of the range from", timex.getRangeBegin());
  }

  private static String attribute(String name, @Nullable Object value) {
    return value == null ? "" : " " + name + " " + value;
  }

  private static String others(Timex timex) {
    return timex.getAlternatives().isEmpty()
        ? ""
        : "; could also be " + String.join(" or ", timex.getAlternatives());
  }
}
