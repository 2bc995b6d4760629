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

  private static final Pattern STOP =
      Pattern.compile("\\n|[;!?]\\s|(?<!^):\\s(?=\\S)|(?<!\\b[ap]\\.m|\\bkl|\\d)\\.\\s|\\s-+\\s");
  private static final Pattern CLOSED = Pattern.compile("\\s*(?:[:;,.!)\\]/|\"*-]|\\n|$)");
  private static final Pattern APART = Pattern.compile("[(\\[]|:\\s");
  private static final int MOST_APART = 4;
  private static final Pattern WORD = Pattern.compile("\\b(?=[\\p{L}\\d])");

  private final Moments moments;
  private final Pattern until;

  Ends(Moments moments, LifeRules rules) {
    this.moments = moments;
    this.until = rules.any("until");
  }

  /** The end that stands right behind the bare word, and is all that its head or line says. */
  Optional<Moment> right(Finding noun, Reception reception) {
    var segment = noun.segment();
    var here = moments.at(segment.text(), noun.end(), reception);
    return segment.kind() == Segment.Kind.NOTE ? here : here.filter(m -> closed(segment, m.end()));
  }

  /** The end that stands right behind the words, if it has an hour. */
  Optional<Moment> clock(Finding embargo, Reception reception) {
    return moments.at(embargo.segment().text(), embargo.end(), reception).filter(Moment::clock);
  }

  private static boolean closed(Segment segment, int end) {
    return end >= segment.end()
        || CLOSED.matcher(segment.text().characters()).region(end, segment.end()).lookingAt();
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
    var behind = next.find() ? moments.at(text, next.end(), reception) : Optional.<Moment>empty();
    return behind.isPresent() ? behind : apart(embargo, reception);
  }

  /** An hour that stands apart: behind a colon, or in brackets behind the headline. */
  private Optional<Moment> apart(Finding embargo, Reception reception) {
    var text = embargo.segment().text();
    int end = Math.max(embargo.end(), embargo.segment().end());
    var mark = APART.matcher(text.characters()).region(embargo.end(), end);
    for (int i = 0; i < MOST_APART && mark.find(); i++) {
      var found = moments.at(text, mark.end(), reception).filter(Moment::clock);
      if (found.isPresent() && found.get().begin() - mark.end() < 2) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The latest moment that is named anywhere in or behind words that change an end. */
  Optional<Moment> latest(Finding moved, int begin, Reception reception) {
    var text = moved.segment().text();
    var word = WORD.matcher(text.characters()).region(begin, limit(moved));
    Moment latest = null;
    int from = begin;
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

  /** Where the sentence or the prefix of a headline ends that the words stand in. */
  private static int limit(Finding finding) {
    var text = finding.segment().text().characters();
    int end = Math.min(text.length(), finding.end() + NEAR);
    var stop = STOP.matcher(text).region(finding.end(), end);
    return stop.find() ? stop.start() : end;
  }
}
