package org.copytaster.tagging.timex.moment;

import java.time.DateTimeException;
import java.util.Optional;
import org.copytaster.tagging.text.FoldedText;

/** Reads moments. Costly to make, safe to share; the same words and reception give the same. */
public final class Moments {

  /** How far behind a place a moment may end, in characters. */
  private static final int REACH = 200;

  private final MomentPatterns patterns;

  private Moments(MomentPatterns patterns) {
    this.patterns = patterns;
  }

  /** With the words that come with Copytaster. */
  public static Moments read() {
    return new Moments(new MomentPatterns(MomentWords.read()));
  }

  /**
   * The moment whose words begin at a place, behind articles and prepositions at most. Hours that
   * are only expected are none, nor is what no calendar or clock shows.
   *
   * @param from where to begin in the folded text
   */
  public Optional<Moment> at(FoldedText text, int from, Reception reception) {
    var end = Math.min(text.characters().length(), from + REACH);
    try {
      var scan = new MomentScan(patterns, text, from, end, reception.monthFirst());
      scan.run();
      return scan.expected()
          ? Optional.empty()
          : scan.parts()
              .from(reception)
              .map(
                  instant ->
                      new Moment(instant, scan.begin(), scan.last(), scan.parts().hasClock()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
