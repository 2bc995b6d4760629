package org.copytaster.enrich.entity;

import static org.copytaster.enrich.entity.Cues.Kind.FAMILY;
import static org.copytaster.enrich.entity.Cues.Kind.FIRST_NAME;
import static org.copytaster.enrich.entity.Cues.Kind.IN;
import static org.copytaster.enrich.entity.Cues.Kind.MISC_END;
import static org.copytaster.enrich.entity.Cues.Kind.ORG_END;
import static org.copytaster.enrich.entity.Cues.Kind.ORG_START;
import static org.copytaster.enrich.entity.Cues.Kind.PARTICLE;
import static org.copytaster.enrich.entity.Cues.Kind.PLACE_END;
import static org.copytaster.enrich.entity.Cues.Kind.PLACE_START;
import static org.copytaster.enrich.entity.Cues.Kind.SPEECH;

import java.util.List;
import org.copytaster.enrich.entity.Name.Clue;
import org.copytaster.enrich.text.Token;
import org.copytaster.enrich.text.Zone;

/** Tells what a run of capitalised words is, from the words themselves and their neighbours. */
final class NameTyper {

  private static final int LONGEST_ACRONYM = 6;

  private final Cues cues;

  NameTyper(Cues cues) {
    this.cues = cues;
  }

  /** A run of words and where it stands. */
  record Run(List<Token> tokens, int begin, int end, Zone zone) {

    int length() {
      return end - begin;
    }

    String word(int i) {
      return tokens.get(i).surface();
    }

    String before() {
      return begin > 0 ? word(begin - 1) : "";
    }

    String after(int distance) {
      return end + distance < tokens.size() ? word(end + distance) : "";
    }
  }

  /** What a run is that no title stands before. */
  Clue clue(Run run) {
    boolean several = run.length() > 1;
    var last = run.word(run.end() - 1);
    var first = run.word(run.begin());
    if (several && (cues.is(ORG_END, last) || cues.is(ORG_START, first))) {
      return Clue.sure(EntityType.ORG);
    }
    if (several && cues.is(FIRST_NAME, first)) {
      return Clue.sure(EntityType.PER);
    }
    if (several && cues.is(MISC_END, last)) {
      return Clue.sure(EntityType.MISC);
    }
    if (several && (cues.is(PLACE_END, last) || cues.is(PLACE_START, first))) {
      return Clue.sure(EntityType.LOC);
    }
    if (run.zone() == Zone.BYLINE || run.zone() == Zone.CONTRIBUTORS) {
      return Clue.sure(EntityType.PER);
    }
    return several ? ofSeveral(run, first) : ofOne(run, first);
  }

  private Clue ofSeveral(Run run, String first) {
    boolean familyFirst = cues.is(FAMILY, first) && run.length() <= 3;
    if (familyFirst || hasParticle(run) || speaks(run)) {
      return Clue.sure(EntityType.PER);
    }
    boolean manyWords = run.length() > 3;
    boolean lettersOnly = run.tokens().get(run.begin()).allCapitals();
    return Clue.guess(manyWords || lettersOnly ? EntityType.ORG : EntityType.PER);
  }

  /** Ludwig van der Heide. */
  private boolean hasParticle(Run run) {
    for (int i = run.begin(); i < run.end(); i++) {
      if (cues.is(PARTICLE, run.word(i))) {
        return true;
      }
    }
    return false;
  }

  private Clue ofOne(Run run, String word) {
    if (speaks(run)) {
      return Clue.guess(EntityType.PER);
    }
    boolean acronym =
        run.tokens().get(run.begin()).allCapitals()
            && word.length() > 1
            && word.length() <= LONGEST_ACRONYM;
    if (acronym) {
      return Clue.guess(EntityType.ORG);
    }
    if (cues.is(IN, run.before())) {
      return Clue.guess(EntityType.LOC);
    }
    if (cues.is(FIRST_NAME, word) || cues.is(FAMILY, word) || run.after(0).equals("(")) {
      return Clue.guess(EntityType.PER);
    }
    return Clue.guess(EntityType.ORG);
  }

  private boolean speaks(Run run) {
    return cues.is(SPEECH, run.after(0)) || cues.is(SPEECH, run.before());
  }
}
