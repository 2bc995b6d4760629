package org.copytaster.tagging.life;

import org.copytaster.tagging.timex.moment.Moments;

/** Judges what copy says of itself. Costly to make, safe to share; it has no state and no clock. */
public final class LifeReader {

  private final Findings findings;
  private final Ends ends;
  private final Weighing weighing;

  private LifeReader(LifeRules rules) {
    this.findings = new Findings(rules);
    this.ends = new Ends(Moments.read(), rules);
    this.weighing = new Weighing(rules);
  }

  /** With the words and rules that come with Copytaster. */
  public static LifeReader read() {
    return new LifeReader(LifeRules.read());
  }

  /** What becomes of an article; the time it takes does not grow with its length. */
  public Judgement judge(Notice notice) {
    var words =
        weighing.weigh(
            findings.in(Segments.of(notice.fields())),
            embargo -> ends.of(embargo, notice.reception()),
            moved -> ends.latest(moved, notice.reception()),
            notice.reception().at());
    return Careful.of(words, notice);
  }
}
