package org.copytaster.tagging.entity.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.copytaster.tagging.entity.encoder.EncoderException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library is loaded once in a process, so each test has one of its own. */
class NoLibraryTest {

  @TempDir private Path empty = Path.of("");

  /** What the other process does. */
  static final class Attempt {

    private Attempt() {}

    public static void main(String[] arguments) {
      try {
        System.out.println(ModelTagger.english(EntityModel.NEWS, EntityReader.SURE).engine());
      } catch (EncoderException e) {
        System.out.println(e.getMessage() + "; " + ModelTagger.english().engine());
      }
    }
  }

  @Test
  void withTheLibraryTheEncoderReads() throws Exception {
    assertThat(said(System.getProperty("java.class.path")))
        .isEqualTo("entity-perceptron/4 news entity-encoder/1 news");
  }

  @Test
  void withoutTheNativeLibraryThePerceptronReads() throws Exception {
    assertThat(said(System.getProperty("java.class.path"), "-Donnxruntime.native.path=" + empty))
        .isEqualTo("ONNX Runtime cannot be loaded on this machine; entity-perceptron/4 news");
  }

  @Test
  void withoutTheJarThePerceptronReads() throws Exception {
    var without =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !entry.contains("onnxruntime"))
            .collect(Collectors.joining(File.pathSeparator));

    assertThat(said(without))
        .isEqualTo("ONNX Runtime cannot be loaded on this machine; entity-perceptron/4 news");
  }

  private static String said(String classPath, String... options) throws Exception {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", classPath, Attempt.class.getName()));
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (var out = process.getInputStream()) {
      return new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
