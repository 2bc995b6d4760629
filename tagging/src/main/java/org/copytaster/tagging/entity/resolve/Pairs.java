package org.copytaster.tagging.entity.resolve;

import java.util.List;
import java.util.Set;
import org.copytaster.tagging.entity.Attribute.Kind;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.find.Name;
import org.jspecify.annotations.Nullable;

/**
 * Which name belongs to which: "Ghosal and Kim reported from Hanoi and Seoul, respectively". Both
 * rows must be as long, inside one sentence, and without a word between their names; otherwise
 * nothing is said.
 */
final class Pairs {

  private static final Set<String> LINKS = Set.of(",", "and", "&");
  private static final Set<String> WHEREABOUTS = Set.of("in", "from");
  private static final String RESPECTIVELY = "respectively";

  private final List<Name> names;

  Pairs(List<Name> names) {
    this.names = names;
  }

  /** Takes what one name is paired with. */
  interface Taker {
    void pair(Name name, Kind kind, Name with);
  }

  void read(Taker taker) {
    for (int i = 0; i < names.size(); i++) {
      var name = names.get(i);
      if (name.place().zone() == org.copytaster.tagging.text.Zone.CONTRIBUTORS) {
        var town = reportedFrom(i);
        if (town != null) {
          taker.pair(name, Kind.REPORTED_FROM, town);
        }
      }
      if (beforeRespectively(name)) {
        pair(i, taker);
      }
    }
  }

  private static boolean beforeRespectively(Name name) {
    var context = name.context();
    return context.after(1).equals(RESPECTIVELY)
        || (context.after(1).equals(",") && context.after(2).equals(RESPECTIVELY));
  }

  /** Moe reported from Oslo; Moe in Oslo and Dahl in Bergen. */
  private @Nullable Name reportedFrom(int at) {
    var name = names.get(at);
    if (name.type() != EntityType.PER || at + 1 >= names.size()) {
      return null;
    }
    var next = names.get(at + 1);
    var context = name.context();
    int between = next.context().begin() - context.end();
    boolean adjacent = context.sameParagraph(next.context()) && between >= 1 && between <= 2;
    boolean place = next.type() == EntityType.LOC && WHEREABOUTS.contains(next.context().before(1));
    boolean alone = at == 0 || !linked(names.get(at - 1), name);
    boolean row = at + 2 < names.size() && linked(next, names.get(at + 2));
    boolean others = row && names.get(at + 2).type() == EntityType.LOC;
    return adjacent && place && !others && (alone || between == 1) ? next : null;
  }

  private void pair(int last, Taker taker) {
    int size = rowSize(last);
    int left = last - size;
    if (size < 2 || left < 0 || rowSize(left) != size || !oneSentence(left, last)) {
      return;
    }
    for (int i = 0; i < size; i++) {
      var name = names.get(left - i);
      var with = names.get(last - i);
      boolean reporters = name.staff() && with.type() == EntityType.LOC;
      taker.pair(name, reporters ? Kind.REPORTED_FROM : Kind.PAIRED_WITH, with);
    }
  }

  /** How many names stand in a row that ends with one. */
  private int rowSize(int last) {
    int first = last;
    while (first > 0 && linked(names.get(first - 1), names.get(first))) {
      first--;
    }
    return last - first + 1;
  }

  private static boolean linked(Name a, Name b) {
    var context = a.context();
    int between = b.context().begin() - context.end();
    if (!context.sameParagraph(b.context()) || between < 1 || between > 2) {
      return false;
    }
    return LINKS.contains(context.after(1)) && LINKS.contains(context.after(between));
  }

  private boolean oneSentence(int first, int last) {
    var context = names.get(first).context();
    int end = names.get(last).context().begin();
    if (!context.sameParagraph(names.get(last).context())) {
      return false;
    }
    for (int i = context.end(); i < end; i++) {
      if (context.tokens().get(i).sentenceStart()) {
        return false;
      }
    }
    return true;
  }
}
