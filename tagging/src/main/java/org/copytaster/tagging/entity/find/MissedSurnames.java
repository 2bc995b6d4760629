package org.copytaster.tagging.entity.find;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.find.Name.Clue;
import org.copytaster.tagging.entity.find.Name.Context;
import org.copytaster.tagging.text.Token;
import org.copytaster.tagging.text.Zone;

/**
 * Finds surnames that were read as plain words, where the article names their bearer in full: the
 * begin of a sentence gives a capital to any word.
 */
public final class MissedSurnames {

  /** Shorter surnames are words of the language too often: He, To, Ban. */
  private static final int SHORTEST = 4;

  private final NameCues cues;
  private final Countries countries;

  /** Finds them by these words; may be shared. */
  public MissedSurnames(NameCues cues, Countries countries) {
    this.cues = cues;
    this.countries = countries;
  }

  /** The names with those that were overlooked, in the order of the text. */
  public List<Name> with(List<Name> names, List<Passage> passages, String characters) {
    var surnames = surnames(names);
    var taken = Name.tokenBegins(names);
    var all = new ArrayList<Name>(names);
    for (var name : names) {
      int at = name.context().end() + 1;
      boolean town = name.type() == EntityType.LOC && name.context().after(1).equals(",");
      var behind = name.context().after(2);
      if (town && behind.endsWith(".") && countries.isAbbreviation(behind)) {
        var token = name.context().tokens().get(at);
        if (taken.add(token.span().begin())) {
          var context = new Context(name.context().tokens(), at, at + 1);
          var zone = name.place().zone();
          all.add(Name.of(characters, context, zone, Clue.sure(EntityType.LOC)));
        }
      }
    }
    for (var passage : passages) {
      var tokens = passage.tokens();
      for (int i = 0; i < tokens.size(); i++) {
        boolean free = !taken.contains(tokens.get(i).span().begin());
        if (free && isSurname(passage, i, surnames)) {
          var context = new Context(tokens, i, i + 1);
          all.add(Name.of(characters, context, passage.zone(), Clue.sure(EntityType.PER)));
        }
      }
    }
    all.sort(Name.BY_PLACE);
    return all;
  }

  private Set<String> surnames(List<Name> names) {
    var surnames = new HashSet<String>();
    for (var name : names) {
      int last = name.words().size() - 1;
      if (!name.person() || name.staff() || last == 0) {
        continue;
      }
      var parts = PersonName.of(name.words(), cues);
      int family = parts.suffix().isEmpty() ? last : last - 1;
      var word = name.words().get(parts.familyFirst() ? 0 : family);
      if (parts.full() && word.length() >= SHORTEST && !cues.is(NameCues.Kind.PLAIN, word)) {
        surnames.add(word);
      }
    }
    return surnames;
  }

  private static boolean isSurname(Passage passage, int at, Set<String> surnames) {
    var tokens = passage.tokens();
    var word = tokens.get(at).surface();
    if (surnames.contains(word) && alone(tokens, at)) {
      return true;
    }
    boolean headline = passage.zone() == Zone.HEADLINE && tokens.get(at).allCapitals();
    return headline && word.length() >= SHORTEST && surnames.contains(Capitals.lowered(word));
  }

  /** A word between other capitals is part of something else: Lund Street. */
  private static boolean alone(List<Token> tokens, int at) {
    boolean before = at == 0 || tokens.get(at).sentenceStart() || !tokens.get(at - 1).capitalised();
    boolean behind = at + 1 == tokens.size() || !tokens.get(at + 1).capitalised();
    return before && behind;
  }
}
