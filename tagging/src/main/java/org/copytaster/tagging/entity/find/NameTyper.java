package org.copytaster.tagging.entity.find;

import static org.copytaster.tagging.entity.find.NameCues.Kind.AGENCY;
import static org.copytaster.tagging.entity.find.NameCues.Kind.FIRST_NAME;
import static org.copytaster.tagging.entity.find.NameCues.Kind.MISC_END;
import static org.copytaster.tagging.entity.find.NameCues.Kind.ORG_END;
import static org.copytaster.tagging.entity.find.NameCues.Kind.ORG_START;
import static org.copytaster.tagging.entity.find.NameCues.Kind.PLACE_END;
import static org.copytaster.tagging.entity.find.NameCues.Kind.PLACE_START;

import java.util.List;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.find.Name.Clue;
import org.copytaster.tagging.text.Token;
import org.copytaster.tagging.text.Zone;

/**
 * Tells what a run of capitalised words is where an article names those who made it: a person,
 * unless its words say otherwise.
 */
public final class NameTyper {

  private final NameCues cues;

  NameTyper(NameCues cues) {
    this.cues = cues;
  }

  /** A run of words and where it stands. */
  public record Run(List<Token> tokens, int begin, int end) {

    /** How many words it has. */
    public int length() {
      return end - begin;
    }

    /** A word by its place in the paragraph. */
    public String word(int i) {
      return tokens.get(i).surface();
    }

    /** The word so many places behind the run; empty at the end. */
    public String after(int distance) {
      return end + distance < tokens.size() ? word(end + distance) : "";
    }
  }

  /** Whether an article names in this zone those who made it. */
  public static boolean namesStaff(Zone zone) {
    return zone == Zone.BYLINE || zone == Zone.CONTRIBUTORS || zone == Zone.CREDIT;
  }

  /** What a run is that no title stands before. */
  Clue clue(Run run) {
    boolean several = run.length() > 1;
    var last = run.word(run.end() - 1);
    var first = run.word(run.begin());
    boolean organisation = several && (cues.is(ORG_END, last) || cues.is(ORG_START, first));
    if (organisation || cues.is(AGENCY, first)) {
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
    return Clue.sure(EntityType.PER);
  }
}
