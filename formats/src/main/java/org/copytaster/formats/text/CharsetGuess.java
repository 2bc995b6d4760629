package org.copytaster.formats.text;

import com.ibm.icu.text.CharsetDetector;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The charset of bytes that are not UTF-8 and of which nothing else is known. ICU's detector knows
 * how letters follow one another in the charsets of the web; those of DOS and of the old Macintosh,
 * which it does not know, are told by whether the text looks like writing.
 *
 * @param charset the likeliest
 * @param certain whether it was found, and is not merely what nothing speaks against
 */
record CharsetGuess(Charset charset, boolean certain) {

  private static final int SAMPLE = 32_768;
  private static final int BEFORE = 512;
  private static final int MOST_CANDIDATES = 4;

  /** What ICU's confidence, of 100, counts against plausibility, of 1. */
  private static final double WEIGHT = 0.5;

  /** What is tried beside ICU's candidates: the charsets of DOS and of the old Macintosh. */
  private static final List<String> OTHERS = List.of("IBM850", "x-MacRoman", "IBM866");

  /**
   * What windows-1252 is given beforehand, since most of what is not UTF-8 is in it; each byte
   * beyond ASCII is evidence of its own and takes one off.
   */
  private static final int MOST_USED = 20;

  static CharsetGuess of(byte[] bytes, boolean html) {
    var sample = sample(bytes);
    var candidates = candidates(sample, html);
    var best = CharsetLabels.WINDOWS_1252;
    double most = 0;
    for (var candidate : candidates.entrySet()) {
      var text = LenientDecoder.read(sample, 0, candidate.getKey()).text();
      double score = Plausibility.of(text) + WEIGHT * candidate.getValue() / 100;
      if (score > most) {
        most = score;
        best = candidate.getKey();
      }
    }
    return new CharsetGuess(best, candidates.getOrDefault(best, 0) > MOST_USED || most > 0.9);
  }

  /** How plausible {@code bytes} are in a charset, from 0 to 1. */
  static double plausibility(byte[] bytes, Charset charset) {
    return Plausibility.of(LenientDecoder.read(sample(bytes), 0, charset).text());
  }

  private static Map<Charset, Integer> candidates(byte[] sample, boolean html) {
    var found = new LinkedHashMap<Charset, Integer>();
    var detector = new CharsetDetector();
    if (html) {
      detector.enableInputFilter(true);
    }
    var matches = List.of(detector.setText(sample).detectAll());
    for (var match : matches.subList(0, Math.min(MOST_CANDIDATES, matches.size()))) {
      known(match.getName())
          .ifPresent(charset -> found.merge(charset, match.getConfidence(), Math::max));
    }
    int beyond = 0;
    for (var each : sample) {
      beyond += each < 0 ? 1 : 0;
    }
    found.merge(CharsetLabels.WINDOWS_1252, Math.max(0, MOST_USED - beyond), Integer::sum);
    OTHERS.forEach(name -> found.putIfAbsent(Charset.forName(name), 0));
    return found;
  }

  /** EBCDIC and the forms of Unicode are not among what may be guessed. */
  private static Optional<Charset> known(String name) {
    return name.startsWith("IBM") || name.startsWith("UTF")
        ? Optional.empty()
        : CharsetLabels.charset(name);
  }

  /** The part in which the first bytes beyond ASCII stand: a page may begin with much script. */
  private static byte[] sample(byte[] bytes) {
    int first = 0;
    while (first < bytes.length && bytes[first] >= 0) {
      first++;
    }
    int begin = first == bytes.length ? 0 : Math.max(0, first - BEFORE);
    return Arrays.copyOfRange(bytes, begin, Math.min(bytes.length, begin + SAMPLE));
  }
}
