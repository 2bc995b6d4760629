package org.copytaster.tagging.life;

import org.copytaster.tagging.life.Judgement.Because;

/** Words that act, where they stand. */
record Finding(LifeRule rule, Segment segment, int begin, int end) {

  Act act() {
    return rule.act();
  }

  String field() {
    return segment.field().name();
  }

  String words() {
    return segment.text().characters().substring(begin, end);
  }

  boolean isLabel() {
    return rule.where().isLabel() || rule.where().isPart();
  }

  /** As a reason, up to where its words end or those of a moment behind them. */
  Because because(int to) {
    int last = Math.min(Math.max(to, end), begin + Judgement.LONGEST);
    var words = segment.text().original(begin, Math.max(last, begin)).strip();
    return new Because(field(), words.replaceAll("\\s+", " "), rule.name());
  }

  Because because() {
    return because(end);
  }
}
