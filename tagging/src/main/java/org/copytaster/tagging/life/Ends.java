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
  private final Pattern instead;
  private final Pattern former;

  Ends(Moments moments, LifeRules rules) {
    this.moments = moments;
    this.until = rules.any("until");
    this.instead = rules.any("instead");
    this.former = rules.any("former");
  }

  /** The end that stands right behind the bare word, and is all that its head or line says. */
  Optional<Moment> right(Finding noun, Reception reception) {
    var segment = noun.segment();
    var here = moments.at(segment.text(), noun.end(), reception);
    return segment.kind() == Segment.Kind.NOTE ? here : here.filter(m -> closed(segment, m.end()));
  }

  /**
   * The end that stands right behind the words, if it has an hour; where the words are all that a
   * line begins with, "ends" may stand between.
   */
  Optional<Moment> clock(Finding embargo, Reception reception) {
    var segment = embargo.segment();
    var text = segment.text();
    int from = embargo.end();
    if (segment.kind() == Segment.Kind.LINE && embargo.begin() == segment.begin()) {
      var ends = until.matcher(text.characters()).region(from, segment.end());
      from = ends.find() && ends.start() <= from + 1 ? ends.end() : from;
    }
    return moments.at(text, from, reception).filter(Moment::clock);
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
    behind = behind.isPresent() ? behind : apart(embargo, reception);
    behind = behind.isPresent() ? behind : within(embargo, reception);
    return behind.isPresent() ? behind : below(embargo, reception);
  }

  /** The end that the words enclose: "not before Saturday, 8 p.m. to be published". */
  private Optional<Moment> within(Finding embargo, Reception reception) {
    var text = embargo.segment().text();
    var inner = until.matcher(text.characters()).region(embargo.begin(), embargo.end());
    return inner.find()
        ? moments.at(text, inner.end(), reception).filter(found -> found.begin() < embargo.end())
        : Optional.empty();
  }

  /** The end with which the next line begins, where a line says nothing but that there is one. */
  private Optional<Moment> below(Finding embargo, Reception reception) {
    var segment = embargo.segment();
    var characters = segment.text().characters();
    int line = characters.indexOf('\n', embargo.end());
    if (segment.kind() != Segment.Kind.LINE
        || embargo.begin() != segment.begin()
        || line < 0
        || line - embargo.end() > NEAR) {
      return Optional.empty();
    }
    int next = line + 1;
    var ends = until.matcher(characters).region(next, characters.length());
    int from = ends.lookingAt() ? ends.end() : next;
    return moments
        .at(segment.text(), from, reception)
        .filter(found -> found.clock() && found.begin() - from < 2);
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

  /**
   * The new end, which stands behind words that change one, in them, or behind "from the old to".
   */
  Optional<Moment> moved(Finding moved, Reception reception) {
    var characters = moved.segment().text().characters();
    int end = Math.max(limit(moved), sentence(moved));
    var before = former.matcher(characters).region(moved.end(), end);
    end = before.find() ? before.start() : end;
    var old = instead.matcher(characters).region(moved.begin(), end);
    var read = old.find() ? latest(moved, old.end(), end, reception) : Optional.<Moment>empty();
    read = read.isPresent() ? read : latest(moved, moved.end(), end, reception);
    // what was lifted at noon has no end at noon
    boolean within = read.isEmpty() && moved.rule().name().startsWith("move");
    return within ? latest(moved, moved.begin(), end, reception) : read;
  }

  /** The end of a note's sentence that words stand in. */
  private static int sentence(Finding finding) {
    return finding.segment().kind() == Segment.Kind.NOTE
        ? Math.min(finding.segment().end(), finding.end() + NEAR)
        : 0;
  }

  /** The latest moment that is named in or behind words. */
  Optional<Moment> latest(Finding finding, int begin, Reception reception) {
    return latest(finding, begin, limit(finding), reception);
  }

  private Optional<Moment> latest(Finding finding, int begin, int end, Reception reception) {
    var text = finding.segment().text();
    var word = WORD.matcher(text.characters()).region(begin, Math.max(begin, end));
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
