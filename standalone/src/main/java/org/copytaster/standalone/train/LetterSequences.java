package org.copytaster.standalone.train;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

/** The sequences of letters that a language uses most, as the library Lingua has counted them. */
final class LetterSequences {

  private static final List<String> FILES =
      List.of("unigrams", "bigrams", "trigrams", "quadrigrams");

  /** Of one letter all, of two to four those that most often come. */
  private static final List<Integer> MOST = List.of(5_000, 700, 2_200, 2_800);

  private final ObjectMapper json = new ObjectMapper();
  private final ZipFile library;
  private final String language;

  private LetterSequences(ZipFile library, String language) {
    this.library = library;
    this.language = language;
  }

  /**
   * A sequence of letters.
   *
   * @param letters one to four UTF-16 units
   * @param last how likely the last is after those before it
   * @param all how likely the whole is among sequences of its length
   */
  record Sequence(String letters, double last, double all) {}

  /**
   * What the library has counted of a language, in the order of length and likelihood.
   *
   * @param jar of {@code com.github.pemistahl:lingua}
   * @param language ISO 639-1
   * @throws IOException if there is nothing of this language
   */
  static List<Sequence> read(Path jar, String language) throws IOException {
    try (var library = new ZipFile(jar.toFile())) {
      return new LetterSequences(library, language).read();
    }
  }

  private List<Sequence> read() throws IOException {
    var chosen = new ArrayList<Sequence>();
    var shorter = Map.of("", 1.0);
    for (int n = 0; n < FILES.size(); n++) {
      var all = sequences(n + 1, shorter);
      all.stream()
          .sorted(
              Comparator.comparingDouble(Sequence::all).reversed().thenComparing(Sequence::letters))
          .limit(MOST.get(n))
          .forEach(chosen::add);
      var likelihoods = new HashMap<String, Double>();
      all.forEach(each -> likelihoods.put(each.letters(), each.all()));
      shorter = likelihoods;
    }
    if (chosen.isEmpty()) {
      throw new IOException(library.getName() + " has counted nothing of " + language);
    }
    return chosen;
  }

  /** Languages with a script of their own are counted by single letters only. */
  private List<Sequence> sequences(int length, Map<String, Double> shorter) throws IOException {
    var entry =
        library.getEntry("language-models/" + language + "/" + FILES.get(length - 1) + ".json");
    if (entry == null) {
      return List.of();
    }
    var sequences = new ArrayList<Sequence>();
    try (var stream = library.getInputStream(entry)) {
      for (var share : json.readTree(stream).path("ngrams").properties()) {
        var fraction = share.getKey().split("/", 2);
        double last = Double.parseDouble(fraction[0]) / Double.parseDouble(fraction[1]);
        for (var letters : share.getValue().asText().split(" ", -1)) {
          var before = shorter.get(letters.substring(0, Math.max(0, letters.length() - 1)));
          if (letters.length() == length && before != null) {
            sequences.add(new Sequence(letters, last, last * before));
          }
        }
      }
    }
    return sequences;
  }
}
