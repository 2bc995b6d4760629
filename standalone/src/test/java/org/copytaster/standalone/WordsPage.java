package org.copytaster.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code docs/words.md}: what the last words of types' names mean.
 *
 * @param words in small letters, in the singular
 */
record WordsPage(Set<String> words) {

  private static final Path PAGE = OpsFiles.CHECKOUT.resolve("docs/words.md");
  private static final Pattern ROW = Pattern.compile("\\| (?!word )([a-z]+) \\| .*");
  private static final Pattern TERM = Pattern.compile("`([A-Z][a-z]+)`");
  private static final Pattern LAST = Pattern.compile(".*?([A-Z]+|[A-Z][a-z0-9]+)");

  /** A type of its own file, as its source says. */
  record Named(String name, boolean shown) {

    /** The last word of its name as it is written. */
    String last() {
      var last = LAST.matcher(name);
      if (!last.matches()) {
        throw new IllegalStateException(name + " does not end in a word");
      }
      return last.group(1).toLowerCase(Locale.ROOT);
    }
  }

  /** As it lies in the checkout, without the words of the data, which no type needs to bear. */
  static WordsPage read() {
    var words = new TreeSet<String>();
    var section = "";
    for (var line : lines(PAGE)) {
      section = line.startsWith("## ") ? line.substring(3) : section;
      var row = ROW.matcher(line);
      if (section.equals("General terms")) {
        TERM.matcher(line)
            .results()
            .forEach(term -> words.add(term.group(1).toLowerCase(Locale.ROOT)));
      } else if (!section.equals("Words of the data") && row.matches()) {
        words.add(row.group(1));
      }
    }
    return new WordsPage(words);
  }

  /** Every type of the sources that has a file, in every module. */
  static List<Named> types() {
    try (var files = Files.walk(OpsFiles.CHECKOUT)) {
      return files
          .filter(
              file -> file.toString().matches(".*[/\\\\]src[/\\\\]main[/\\\\]java[/\\\\].*\\.java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .map(WordsPage::named)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words that names end in and that are not on the page, each with its name. */
  List<String> unknown(Collection<Named> types) {
    return types.stream()
        .filter(Named::shown)
        .filter(type -> words.stream().noneMatch(word -> says(type.last(), word)))
        .map(type -> type.name() + " ends in " + type.last())
        .toList();
  }

  /** The words of the page that no name ends in. */
  List<String> unused(Collection<Named> types) {
    return words.stream()
        .filter(word -> types.stream().noneMatch(type -> says(type.last(), word)))
        .toList();
  }

  /** The word itself or its plural. */
  private static boolean says(String last, String word) {
    return Stream.of(word, word + "s", word + "es", word.replaceAll("y$", "ies"))
        .anyMatch(last::equals);
  }

  private static Named named(Path file) {
    var name = String.valueOf(file.getFileName()).replace(".java", "");
    var declared =
        Pattern.compile(
            "public (?:\\w+(?:-\\w+)? )*(?:class|record|enum|interface) " + name + "\\b.*");
    return new Named(name, lines(file).stream().anyMatch(line -> declared.matcher(line).matches()));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
