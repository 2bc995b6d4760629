package org.copytaster.tagging.life;

import java.util.Optional;
import java.util.regex.Pattern;
import org.copytaster.tagging.timex.moment.Moment;
import org.copytaster.tagging.timex.moment.Moments;
import org.copytaster.tagging.timex.moment.Reception;

/** Reads the end of an embargo where its words stand. */
final class Ends {

  /** How far behind the words of an embargo its end may begin. */
  private static final int NEAR = 80;

  private static final Pattern WORD = Pattern.compile("\\b(?=[\\p{L}\\d])");

  private final Moments moments;
  private final Pattern until;

  Ends(Moments moments, LifeRules rules) {
    this.moments = moments;
    this.until = rules.any("until");
  }

  /** The end that stands behind the words, or behind the next "until" of their sentence. */
  Optional<Moment> of(Finding embargo, Reception reception) {
    var text = embargo.segment().text();
    var here = moments.at(text, embargo.end(), reception);
    if (here.isPresent()) {
      return here;
    }
    int limit = limit(embargo);
    var next = until.matcher(text.characters()).region(embargo.end(), limit);
    return next.find() ? moments.at(text, next.end(), reception) : Optional.empty();
  }

  /** The latest moment that is named anywhere behind words that change an end. */
  Optional<Moment> latest(Finding moved, Reception reception) {
    var text = moved.segment().text();
    var word = WORD.matcher(text.characters()).region(moved.end(), limit(moved));
    Moment latest = null;
    int from = moved.end();
    while (word.find()) {
      var found =
          word.start() < from
              ? Optional.<Moment>empty()
              : moments.at(text, word.start(), reception);
      if (found.isPresent()) {
        from = found.get().end();
        latest = latest == null || found.get().at().isAfter(latest.at()) ? found.get() : latest;
      }
    }
    return Optional.ofNullable(latest);
  }

  private static int limit(Finding finding) {
    var text = finding.segment().text().characters();
    int line = text.indexOf('\n', finding.end());
    int end = Math.min(text.length(), finding.end() + NEAR);
    return line < 0 ? end : Math.min(line, end);
  }
}
