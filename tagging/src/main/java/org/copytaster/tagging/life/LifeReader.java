package org.copytaster.tagging.life;

import java.util.Optional;
import org.copytaster.tagging.timex.moment.Moment;
import org.copytaster.tagging.timex.moment.Moments;
import org.copytaster.tagging.timex.moment.Reception;

/** Judges what copy says of itself. Costly to make, safe to share; it has no state and no clock. */
public final class LifeReader {

  private final Segments segments;
  private final Findings findings;
  private final Ends ends;
  private final Weighing weighing;

  private LifeReader(LifeRules rules) {
    this.segments = new Segments(rules);
    this.findings = new Findings(rules);
    this.ends = new Ends(Moments.read(), rules);
    this.weighing = new Weighing(rules);
  }

  /** With the words and rules that come with Copytaster; all who ask in a process share one. */
  public static LifeReader read() {
    return Bundled.READER;
  }

  private static final class Bundled {
    static final LifeReader READER = new LifeReader(LifeRules.read());
  }

  /** What becomes of an article; the time it takes does not grow with its length. */
  public Judgement judge(Notice notice) {
    var words =
        weighing.weigh(
            findings.in(segments.of(notice.fields())),
            found -> end(found, notice.reception()),
            notice.received());
    return Careful.of(words, notice);
  }

  private Optional<Moment> end(Finding found, Reception reception) {
    return switch (found.act()) {
      case EMBARGO_NOUN -> ends.right(found, reception);
      case EMBARGO_CLOCK -> ends.clock(found, reception);
      case MOVED -> ends.moved(found, reception);
      case LIFT, EMBARGO_FROM -> ends.latest(found, found.begin(), reception);
      default -> ends.of(found, reception);
    };
  }
}
