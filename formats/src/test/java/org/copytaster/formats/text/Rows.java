package org.copytaster.formats.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tables of cases: one line a case, columns between tabs, notes behind {@code #}. */
public final class Rows {

  private static final Pattern ESCAPED = Pattern.compile("\\\\(?:u(\\p{XDigit}{4})|n)");

  private Rows() {}

  public static Stream<List<String>> of(String name) throws IOException {
    return of(Rows.class, name);
  }

  public static Stream<List<String>> of(Class<?> owner, String name) throws IOException {
    try (var in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the class path");
      }
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> Stream.of(line.split("\t", -1)).map(Rows::unescaped).toList());
    }
  }

  private static String unescaped(String cell) {
    return ESCAPED
        .matcher(cell)
        .replaceAll(
            found ->
                found.group(1) == null
                    ? "\n"
                    : Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(found.group(1), 16))));
  }
}
