package org.copytaster.standalone.train;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the table by which languages are told. */
@Command(
    name = "languages",
    mixinStandardHelpOptions = true,
    description = {
      "Make the table by which languages are told, from what Lingua has counted; some seconds.",
      "The same file gives the same table, byte by byte."
    })
public final class LanguagesCommand implements Callable<Integer> {

  /** Those that wires write in, and their neighbours, which would be taken for them. */
  private static final List<String> LANGUAGES =
      List.of(
          ("af ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gu he hi hr hu hy id is it"
                  + " ja ka kk ko lt lv mk mr ms nb nl nn pa pl pt ro ru sk sl so sq sr sv sw ta te"
                  + " th tl tr uk ur vi zh")
              .split(" ", -1));

  private static final String HEADER =
      "# How likely a letter is after those before it, by language: the letters, then for each"
          + " language that uses them its place in the list below and a logarithm, a character each."
          + " Made by copytaster languages from the language models of Lingua (Peter M. Stahl, Apache"
          + " License 2.0), which were counted on the Wortschatz corpora of Leipzig University (CC"
          + " BY).\n";

  /** What one step of the numbers is worth, in natural logarithms, and how many there are. */
  private static final double STEP = 0.15;

  private static final int STEPS = 90;
  private static final char ZERO = '!';

  @Parameters(paramLabel = "JAR", description = "com.github.pemistahl:lingua of Maven Central.")
  private Path jar = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "Where the table is written, gzipped.")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    var rows = new TreeMap<String, StringBuilder>();
    for (int place = 0; place < LANGUAGES.size(); place++) {
      for (var sequence : LetterSequences.read(jar, LANGUAGES.get(place))) {
        rows.computeIfAbsent(sequence.letters(), letters -> new StringBuilder())
            .append((char) (ZERO + place))
            .append((char) (ZERO + steps(sequence.last())));
      }
    }
    try (var writer =
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(out)), StandardCharsets.UTF_8)) {
      writer.write(HEADER);
      writer.write(String.join(" ", LANGUAGES) + "\n" + rows.size() + "\n");
      for (var row : rows.entrySet()) {
        writer.write(row.getKey() + "\t" + row.getValue() + "\n");
      }
    }
    return 0;
  }

  private static int steps(double likelihood) {
    return (int) Math.min(STEPS, Math.max(0, -Math.log(likelihood) / STEP));
  }
}
