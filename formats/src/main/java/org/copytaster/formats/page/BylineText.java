package org.copytaster.formats.page;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the name from a line that says who wrote an article, and perhaps when, for whom and where.
 */
final class BylineText {

  private static final int LONGEST_NAME = 8;

  private static final Pattern BY =
      Pattern.compile(
          "(?i)^\\W*(?:(?:written|posted|published|reported|story|words|text|article|authored) by"
              + "|author|by|von|par|por|door|di|av|af)\\s*:?\\s+");

  /** What stands behind the name: an address, a day, a button, the time that reading takes. */
  private static final Pattern BEHIND =
      Pattern.compile(
          "(?i)\\s*(?:[|•·⋅–—\\n"
              + "\\t/]|\\s-\\s|\\(|\\S+@\\S+|,?"
              + " \\b(?:updated|published|posted|last|email|e-mail|follow|on|am|le|el|il|op)\\b\\s|\\b\\d+"
              + " min|\\b(?:reviewed|edited|medically) ).*",
          Pattern.DOTALL);

  private static final Pattern BUTTON =
      Pattern.compile("(?i)(?:read|view|see|more|follow|about|meet|all) ");

  private final DayText days;

  BylineText(DayText days) {
    this.days = days;
  }

  /** Whether the line begins as one that names its author does, or with a day before that. */
  boolean isSigned(String line) {
    return BY.matcher(line).find() || BY.matcher(afterDay(line)).find();
  }

  private String afterDay(String line) {
    var day = days.first(line);
    return day.isPresent() && day.get().begin() == 0 ? line.substring(day.get().end()) : "";
  }

  /** The name; empty if what is left is none. */
  Optional<String> name(String line) {
    var later = afterDay(line);
    var name = BY.matcher(BY.matcher(later).find() ? later : line).replaceFirst("");
    var day = days.first(name);
    if (day.isPresent()) {
      name = name.substring(0, day.get().begin());
    }
    name = BEHIND.matcher(name).replaceFirst("");
    name = name.replaceAll("^[\\s\\p{P}]+|[\\s,;:|-]+$", "");
    int words = WordCounter.count(name, 0);
    boolean named =
        words > 0
            && words <= LONGEST_NAME
            && !name.contains("://")
            && !BUTTON.matcher(name).lookingAt();
    return named && !Character.isLowerCase(name.charAt(0)) && !Character.isDigit(name.charAt(0))
        ? Optional.of(name)
        : Optional.empty();
  }
}
