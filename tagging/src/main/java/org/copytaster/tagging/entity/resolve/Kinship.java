package org.copytaster.tagging.entity.resolve;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.copytaster.tagging.entity.find.Name;
import org.copytaster.tagging.entity.find.NameCues;
import org.copytaster.tagging.entity.find.NameCues.Kind;
import org.copytaster.tagging.entity.find.PersonName;

/** Whom copy introduces as a relative of somebody else. */
final class Kinship {

  private static final Set<String> OWNERS = Set.of("his", "her", "their", "whose", "'s", "’s");

  /** These are of one age and seldom of one given name. */
  private static final Set<String> SPOUSES =
      Set.of("wife", "husband", "ex-wife", "ex-husband", "widow", "widower");

  /** More titles do not stand before a name. */
  private static final int MOST_TITLES = 4;

  /** How far in front of the relation its owner stands at most: her late widowed mother. */
  private static final int OWNER_WITHIN = 3;

  private final NameCues cues;

  Kinship(NameCues cues) {
    this.cues = cues;
  }

  /** His wife, First Lady Anna Lund, and Karl Lund, his younger brother. */
  boolean relative(Name name) {
    var context = name.context();
    return cues.is(Kind.KIN, context.word(relationInFront(context))) || relationBehind(context);
  }

  /**
   * Where names begin that a child, a parent or the like of almost the same name bears: George
   * Harlan and his father, George H. Harlan, are two.
   *
   * @param people in the order of the text
   */
  Set<Integer> namesakes(List<Name> people) {
    var begins = new HashSet<Integer>();
    for (int i = 1; i < people.size(); i++) {
      var name = people.get(i);
      if (name.words().size() > 1
          && isOfAnother(name.context())
          && alike(people.get(i - 1), name)) {
        begins.add(name.begin());
      }
    }
    return begins;
  }

  /** The token in front of the titles of a name, also over a comma. */
  private int relationInFront(Name.Context context) {
    int at = context.begin() - 1;
    while (at >= context.begin() - MOST_TITLES && isTitle(context.word(at))) {
      at--;
    }
    return context.word(at).equals(",") ? at - 1 : at;
  }

  private boolean isTitle(String word) {
    return cues.is(Kind.TITLE, word) || cues.is(Kind.PORTFOLIO, word) || word.equals("First");
  }

  private boolean relationBehind(Name.Context context) {
    boolean owned = context.after(1).equals(",") && OWNERS.contains(context.after(2));
    return owned && (cues.is(Kind.KIN, context.after(3)) || cues.is(Kind.KIN, context.after(4)));
  }

  private boolean isOfAnother(Name.Context context) {
    int at = relationInFront(context);
    var relation = context.word(at);
    if (!cues.is(Kind.KIN, relation) || SPOUSES.contains(relation)) {
      return false;
    }
    for (int i = 1; i <= OWNER_WITHIN; i++) {
      if (OWNERS.contains(context.word(at - i).toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  /** The owner is called by the surname alone or by the same given name, but not by all words. */
  private boolean alike(Name owner, Name name) {
    var first = PersonName.of(owner.words(), cues);
    var second = PersonName.of(name.words(), cues);
    if (!first.familyWord().equals(second.familyWord()) || first.key().equals(second.key())) {
      return false;
    }
    return !first.full() || first.frames(cues).stream().anyMatch(second.frames(cues)::contains);
  }
}
