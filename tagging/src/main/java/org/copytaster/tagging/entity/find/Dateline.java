package org.copytaster.tagging.entity.find;

import java.util.ArrayList;
import java.util.List;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.find.Name.Clue;
import org.copytaster.tagging.entity.find.Name.Context;
import org.copytaster.tagging.entity.find.Name.Trust;
import org.copytaster.tagging.entity.find.NameCues.Kind;
import org.copytaster.tagging.text.Token;
import org.copytaster.tagging.text.Zone;

/**
 * Reads a dateline by its form: "PARIS, Texas (AP) _". The town comes first, its state or country
 * behind a comma, the agency in brackets.
 */
public final class Dateline {

  private static final String BEHIND_TOWN = ",(--–—_";

  private final Gazetteer gazetteer;
  private final NameCues cues;
  private final String characters;

  /** Reads the dateline of one text. */
  public Dateline(Gazetteer gazetteer, NameCues cues, String characters) {
    this.gazetteer = gazetteer;
    this.cues = cues;
    this.characters = characters;
  }

  /** The names in a dateline; none if it has another form. */
  public List<Name> names(List<Token> tokens) {
    var names = new ArrayList<Name>();
    int end = run(tokens, 0);
    if (end == 0 || end == tokens.size() || !BEHIND_TOWN.contains(tokens.get(end).surface())) {
      return names;
    }
    names.add(name(tokens, 0, end, EntityType.LOC));
    if (tokens.get(end).surface().equals(",")) {
      int within = run(tokens, end + 1);
      if (within > end + 1) {
        names.add(name(tokens, end + 1, within, EntityType.LOC));
      }
      end = Math.max(end, within);
    }
    while (end < tokens.size() && !tokens.get(end).surface().equals("(")) {
      end++;
    }
    int close = end + 1;
    while (close < tokens.size() && !tokens.get(close).surface().equals(")")) {
      close++;
    }
    if (close < tokens.size() && close > end + 1 && tokens.get(end + 1).capitalised()) {
      names.add(name(tokens, end + 1, close, EntityType.ORG));
    }
    return names;
  }

  private int run(List<Token> tokens, int begin) {
    int end = begin;
    while (end < tokens.size() && tokens.get(end).capitalised() && !isCalendar(tokens.get(end))) {
      end++;
    }
    return end;
  }

  private boolean isCalendar(Token token) {
    return cues.is(Kind.MONTH, token.surface())
        || cues.is(Kind.PLAIN, token.surface())
        || cues.is(Kind.PLAIN, Capitals.lowered(token.surface()));
  }

  private Name name(List<Token> tokens, int begin, int end, EntityType type) {
    var known = gazetteer.longestAt(tokens, begin);
    boolean fits =
        known != null && known.words().size() == end - begin && known.identity().type() == type;
    var clue = fits && known != null ? known.identity() : null;
    return Name.of(
        characters,
        new Context(tokens, begin, end),
        Zone.DATELINE,
        new Clue(type, Trust.SURE, clue));
  }
}
