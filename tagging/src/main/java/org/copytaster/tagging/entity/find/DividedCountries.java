package org.copytaster.tagging.entity.find;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.Identity;
import org.copytaster.tagging.entity.find.Name.Clue;
import org.copytaster.tagging.entity.find.Name.Context;
import org.copytaster.tagging.entity.find.Name.Trust;
import org.copytaster.tagging.text.Token;
import org.jspecify.annotations.Nullable;

/** Finds "the North" and "the South" where the article names both halves of the land. */
public final class DividedCountries {

  private final Countries countries;

  /** Finds them by these countries; may be shared. */
  public DividedCountries(Countries countries) {
    this.countries = countries;
  }

  /** The names with those of halves, in the order of the text. */
  public List<Name> with(List<Name> names, List<Passage> passages, String characters) {
    var named = named(names);
    if (named.size() < 2) {
      return names;
    }
    var taken = Name.tokenBegins(names);
    var all = new ArrayList<Name>();
    for (var name : names) {
      var context = name.context();
      var half = name.words().size() == 1 ? half(context, context.begin(), named) : null;
      var clue = half == null ? name.clue() : new Clue(EntityType.LOC, Trust.SURE, half);
      all.add(new Name(name.place(), name.surface(), name.words(), clue, context));
    }
    for (var passage : passages) {
      var tokens = passage.tokens();
      for (int i = 1; i < tokens.size(); i++) {
        var half = half(new Context(tokens, i, i + 1), i, named);
        if (half != null && !taken.contains(tokens.get(i).span().begin())) {
          var clue = new Clue(EntityType.LOC, Trust.SURE, half);
          var context = new Context(tokens, i, i + 1);
          all.add(Name.of(characters, context, passage.zone(), clue));
        }
      }
    }
    all.sort(Name.BY_PLACE);
    return all;
  }

  /** The countries that the article names, also by their people. */
  private Set<Identity> named(List<Name> names) {
    var named = new HashSet<Identity>();
    for (var name : names) {
      var known = name.clue().known();
      var country = countries.ofDemonym(name.words());
      if (known != null && known.knowledgeBaseId() != null) {
        named.add(known);
      } else if (country != null && name.type() == EntityType.MISC) {
        named.add(country);
      }
    }
    return named;
  }

  /** The North of England, the north of the town; but not: accuse the North of helping. */
  private static boolean placed(Token behind) {
    return behind.capitalised() || behind.surface().equals("the");
  }

  private @Nullable Identity half(Context context, int at, Set<Identity> named) {
    var half = countries.half(context.word(at));
    boolean article = context.word(at - 1).equalsIgnoreCase("the");
    if (half == null || !article || at + 1 >= context.tokens().size()) {
      return null;
    }
    Token next = context.tokens().get(at + 1);
    boolean of = next.surface().equals("of");
    var behind = at + 2 < context.tokens().size() ? context.tokens().get(at + 2) : null;
    boolean goesOn = next.capitalised() || (of && (behind == null || placed(behind)));
    boolean both = named.contains(half.country()) && named.contains(half.other());
    return both && !goesOn ? half.country() : null;
  }
}
