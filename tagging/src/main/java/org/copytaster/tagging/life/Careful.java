package org.copytaster.tagging.life;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.copytaster.tagging.life.Judgement.Because;
import org.jspecify.annotations.Nullable;

/** Brings what words say and what the fields made for it say together: the more careful wins. */
final class Careful {

  private Careful() {}

  static Judgement of(Judgement words, Notice notice) {
    var said = notice.said();
    var embargoed = future(said.embargoed(), notice.received());
    var field =
        embargoed == null || said.decision() != Decision.PUBLISH
            ? said.decision()
            : Decision.HOLD_UNTIL;
    if (field == Decision.PUBLISH) {
      return signalled(words, said);
    }
    // words that speak of an embargo without its end do not gainsay a field that has the end
    boolean sameEmbargo =
        words.decision() == Decision.HOLD
            && words.signal() != LifeSignal.WITHHOLD
            && field == Decision.HOLD_UNTIL;
    boolean readNow = isReadNow(words, said);
    boolean fieldWins = !readNow && (sameEmbargo || field.compareTo(words.decision()) > 0);
    var until = later(field == Decision.HOLD_UNTIL ? embargoed : null, words.until());
    if (readNow || (!fieldWins && field != words.decision())) {
      return signalled(words, said);
    }
    var because = new ArrayList<Because>(words.because());
    because.add(fieldWins ? 0 : because.size(), new Because(said.field(), "", "field"));
    return new Judgement(
        field,
        signal(field, words.signal(), said.signal()),
        field == Decision.HOLD_UNTIL ? until : null,
        because);
  }

  /** Whether the field had an embargo in words that its reader could not read, and we can. */
  private static boolean isReadNow(Judgement words, Notice.Said said) {
    return said.decision() == Decision.HOLD
        && words.decision() == Decision.HOLD_UNTIL
        && words.because().stream().anyMatch(each -> each.field().equals(said.field()));
  }

  private static Judgement signalled(Judgement words, Notice.Said said) {
    if (said.signal().compareTo(words.signal()) <= 0) {
      return words;
    }
    var because = new ArrayList<Because>(words.because());
    because.add(new Because("signal", said.signal().written(), "field"));
    var decision = decision(words.decision(), said.signal());
    return new Judgement(
        decision, said.signal(), decision == Decision.HOLD_UNTIL ? words.until() : null, because);
  }

  private static Decision decision(Decision words, LifeSignal said) {
    var least =
        switch (said) {
          case KILL -> Decision.KILL;
          case TEST -> Decision.TEST;
          case WITHHOLD -> Decision.HOLD;
          default -> Decision.PUBLISH;
        };
    return least.compareTo(words) > 0 ? least : words;
  }

  private static LifeSignal signal(Decision decision, LifeSignal words, LifeSignal said) {
    var stronger = words.compareTo(said) > 0 ? words : said;
    return switch (decision) {
      case KILL -> LifeSignal.KILL;
      case TEST -> LifeSignal.TEST;
      default -> stronger;
    };
  }

  private static @Nullable Instant future(@Nullable Instant end, Instant received) {
    return end != null && end.isAfter(received) ? end : null;
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }

  /** Reasons of words alone. */
  static List<Because> reasons(List<Finding> findings) {
    return findings.stream().map(Finding::because).distinct().toList();
  }
}
