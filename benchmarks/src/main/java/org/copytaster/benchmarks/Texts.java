package org.copytaster.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** News texts to measure with: real wire stories where they are at hand, else one of our own. */
public final class Texts {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String OWN =
      """
      Dock workers and the operator of Europe's largest container terminal returned to the
      negotiating table on Friday, three days after a walkout left more than 40 ships waiting off
      the Dutch coast. Union leader Pieter Hoekstra said the two sides would meet again on Monday
      if no deal was reached by Friday night. Prime Minister Anneke Visser is scheduled to visit
      Rotterdam next Wednesday, her office said. The last strike of this length was in 2015.

      """;

  private Texts() {}

  /** One story. */
  public record Story(String headline, String date, String body) {}

  /** The stories in a file of JSON lines that have a text; our own one if there is no such file. */
  static List<Story> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return List.of(own());
    }
    var stories = new ArrayList<Story>();
    try (var lines = open(file)) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var story = JSON.readTree(line);
        var text = story.path("text").asText();
        if (!text.isBlank() && text.indexOf('\0') < 0) {
          stories.add(
              new Story(
                  story.path("title").asText("Untitled"),
                  story.path("date").asText("1987-01-01"),
                  story.path("dateline").asText("") + " " + text));
        }
      }
    }
    return stories;
  }

  /** A story of about 500 words. */
  public static Story own() {
    return new Story("Dock workers, port operator resume talks", "2026-11-20", OWN.repeat(6));
  }

  /** Stories of about 500 words that have little in common. */
  public static List<Story> mixed() {
    var stories = new ArrayList<Story>();
    for (var part : resource("articles.txt").split("(?m)^=== ", -1)) {
      int line = part.indexOf('\n');
      if (!part.startsWith("#")) {
        stories.add(new Story("", part.substring(0, line).strip(), part.substring(line).strip()));
      }
    }
    return stories;
  }

  private static String resource(String name) {
    try (var in = Texts.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedReader open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    var plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
  }
}
