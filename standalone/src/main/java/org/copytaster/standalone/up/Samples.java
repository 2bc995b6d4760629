package org.copytaster.standalone.up;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.copytaster.standalone.push.PushClient;

/** The bundled wire copy, pushed once so that the page is not empty. */
final class Samples {

  private static final String PLACE = "/samples/";

  /** A file and what is said beside it: the name, then {@code field=value}, divided by tabs. */
  record Sample(String name, Map<String, String> fields) {
    static Sample of(String line) {
      var parts = line.split("\t", -1);
      var fields = new HashMap<>(Map.of("source", "samples"));
      for (int i = 1; i < parts.length; i++) {
        var field = parts[i].split("=", 2);
        fields.put(field[0], field[1]);
      }
      return new Sample(parts[0], fields);
    }
  }

  private Samples() {}

  /** Pushes all samples in order, then leaves {@code marker}. */
  static void push(String ingest, Path marker) {
    var client = new PushClient(ingest);
    try {
      for (var sample : all()) {
        var answer = client.push(sample.name(), read(sample.name()), sample.fields());
        if (answer.statusCode() / 100 != 2) {
          throw new IllegalStateException(
              "sample " + sample.name() + " was refused: " + answer.body());
        }
      }
      Files.createFile(marker);
    } catch (IOException e) {
      throw new UncheckedIOException("the samples could not be pushed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The lines of {@code samples/INDEX}, in the order in which they are to be pushed. */
  static List<Sample> all() {
    try (var in =
        new BufferedReader(new InputStreamReader(open("INDEX"), StandardCharsets.UTF_8))) {
      return in.lines().filter(line -> !line.isBlank()).map(Sample::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the samples' index cannot be read", e);
    }
  }

  private static byte[] read(String name) throws IOException {
    try (var in = open(name)) {
      return in.readAllBytes();
    }
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(Samples.class.getResourceAsStream(PLACE + name), name);
  }
}
