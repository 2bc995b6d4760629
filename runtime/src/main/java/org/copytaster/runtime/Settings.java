package org.copytaster.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Reads {@code COPYTASTER_…} variables, each declared with its default and its meaning where it is
 * read. Problems are collected, so that {@link #check} can report all of them in one go.
 */
public final class Settings {

  /** What every variable of ours begins with. */
  public static final String PREFIX = "COPYTASTER_";

  /** Behind the name of a secret: where it lies. */
  static final String FILE = "_FILE";

  private static final int LARGEST_SECRET = 65_536;
  private static final Pattern SHORT_DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

  private final Map<String, String> environment;
  private final Map<String, Declared> declared = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  /**
   * A variable as {@code docs/operations.md} lists it; a name that ends in {@code *} is a prefix.
   */
  public record Declared(String name, String fallback, String meaning) {}

  /** Thrown by {@link #check}; the message has one line a problem. */
  public static final class InvalidSettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidSettingsException(List<String> problems) {
      super(String.join(System.lineSeparator(), problems));
    }
  }

  private Settings(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * Settings over a copy of {@code environment}; variables without our prefix are not looked at.
   */
  public static Settings of(Map<String, String> environment) {
    var ours = new TreeMap<String, String>();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(PREFIX)) {
            ours.put(name, value.strip());
          }
        });
    return new Settings(ours);
  }

  public String text(String name, String fallback, String meaning) {
    return read(name, fallback, meaning, value -> value);
  }

  /** A text that may be left out; empty counts as left out. */
  public Optional<String> optional(String name, String meaning) {
    return Optional.of(text(name, "", meaning)).filter(value -> !value.isEmpty());
  }

  /**
   * A secret that may be left out. It is the value of {@code name}, or the content of the file that
   * {@code name} with {@code _FILE} behind it names, without blanks around it: as secrets of
   * containers come, which then stand in no environment that others can look at.
   */
  public Secret secret(String name, String meaning) {
    var file = optional(name + FILE, "file that holds " + name);
    var value = text(name, "", meaning);
    if (file.isPresent() && !value.isEmpty()) {
      problem(name + FILE, "is set, and " + name + " as well: one of them is too much");
    }
    return new Secret(file.map(path -> content(name + FILE, path)).orElse(value));
  }

  /**
   * What a file holds that a setting names, without blanks around it; empty, and a problem, if it
   * cannot be read, is empty, or is longer than any secret.
   *
   * @param name of the setting, for the problem, which never quotes what the file holds
   */
  String content(String name, String path) {
    try {
      var file = Path.of(path);
      if (Files.size(file) > LARGEST_SECRET) {
        problem(name, "names a file of more than " + LARGEST_SECRET + " bytes");
        return "";
      }
      var content = Files.readString(file).strip();
      if (content.isEmpty()) {
        problem(name, "names a file that is empty");
      }
      return content;
    } catch (IOException | InvalidPathException e) {
      problem(name, "names a file that cannot be read as text");
      return "";
    }
  }

  public boolean flag(String name, boolean fallback, String meaning) {
    return read(
        name,
        Boolean.toString(fallback),
        meaning,
        value ->
            switch (value.toLowerCase(Locale.ROOT)) {
              case "true" -> true;
              case "false" -> false;
              default -> throw new IllegalArgumentException("must be true or false");
            });
  }

  /** A whole number from {@code least} to {@code most}, both inclusive. */
  public int number(String name, int fallback, int least, int most, String meaning) {
    return read(
        name,
        Integer.toString(fallback),
        meaning,
        value -> {
          var range = "must be a whole number from " + least + " to " + most;
          try {
            int number = Integer.parseInt(value);
            if (number < least || number > most) {
              throw new IllegalArgumentException(range);
            }
            return number;
          } catch (NumberFormatException e) {
            throw new IllegalArgumentException(range, e);
          }
        });
  }

  /** A number from 0 to 1, both inclusive. */
  public double fraction(String name, double fallback, String meaning) {
    return read(
        name,
        Double.toString(fallback),
        meaning,
        value -> {
          var range = "must be a number from 0 to 1, such as 0.5";
          try {
            double number = Double.parseDouble(value);
            if (!(number >= 0 && number <= 1)) {
              throw new IllegalArgumentException(range);
            }
            return number;
          } catch (NumberFormatException e) {
            throw new IllegalArgumentException(range, e);
          }
        });
  }

  /** A TCP port; 0 takes a free one. */
  public int port(String name, int fallback, String meaning) {
    return number(name, fallback, 0, 65_535, meaning);
  }

  /** A length of time: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 2h}, {@code 7d}. */
  public Duration duration(String name, String fallback, String meaning) {
    return read(name, fallback, meaning, Settings::lengthOf);
  }

  /** All variables that begin with {@code prefix}, by the rest of their names. */
  public Map<String, String> prefixed(String prefix, String meaning) {
    declared.put(prefix + "*", new Declared(prefix + "*", "", meaning));
    var found = new TreeMap<String, String>();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(prefix) && !declared.containsKey(name)) {
            found.put(name.substring(prefix.length()), value);
          }
        });
    return found;
  }

  /** Adds a problem that a reader of settings found by itself. */
  public void problem(String name, String reason) {
    problems.add(name + " " + reason);
  }

  public List<Declared> declared() {
    return List.copyOf(declared.values());
  }

  /**
   * Throws unless every value could be read and every {@code COPYTASTER_…} name is known.
   *
   * @param alsoKnown what other services declare; set for them, it is no mistake here
   * @throws InvalidSettingsException with all problems
   */
  public void check(Collection<Declared> alsoKnown) {
    var known = new TreeSet<>(declared.keySet());
    alsoKnown.forEach(other -> known.add(other.name()));
    for (var name : environment.keySet()) {
      if (known.stream().noneMatch(pattern -> covers(pattern, name))) {
        problems.add(name + " is not a setting; the nearest one is " + nearest(name, known));
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidSettingsException(problems);
    }
  }

  /** The one of {@code known} that takes the fewest edits to get to from {@code name}. */
  public static String nearest(String name, Collection<String> known) {
    var distance = LevenshteinDistance.getDefaultInstance();
    return known.stream()
        .min(Comparator.comparing(other -> distance.apply(name, other)))
        .orElse("none");
  }

  private <T> T read(String name, String fallback, String meaning, Function<String, T> reader) {
    declared.put(name, new Declared(name, fallback, meaning));
    var value = environment.getOrDefault(name, fallback);
    try {
      return reader.apply(value);
    } catch (IllegalArgumentException e) {
      problems.add(name + " " + e.getMessage() + ", but is '" + value + "'");
      return reader.apply(fallback);
    }
  }

  private static boolean covers(String pattern, String name) {
    return pattern.endsWith("*")
        ? name.startsWith(pattern.substring(0, pattern.length() - 1))
        : pattern.equals(name);
  }

  /**
   * A length of time as settings write it: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 2h},
   * {@code 7d}.
   *
   * @throws IllegalArgumentException with what it must be
   */
  public static Duration lengthOf(String value) {
    var matcher = SHORT_DURATION.matcher(value);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("must be a duration such as 500ms, 30s, 5m, 2h or 7d");
    }
    var unit = matcher.group(2);
    try {
      return unit.equals("ms")
          ? Duration.ofMillis(Long.parseLong(matcher.group(1)))
          : unit.equals("d")
              ? Duration.ofDays(Long.parseLong(matcher.group(1)))
              : Duration.parse("PT" + value.toUpperCase(Locale.ROOT));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("is too long", e);
    }
  }
}
