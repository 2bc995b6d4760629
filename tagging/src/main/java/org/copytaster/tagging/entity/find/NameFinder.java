package org.copytaster.tagging.entity.find;

import static org.copytaster.tagging.entity.find.NameCues.Kind.COMPOUND;
import static org.copytaster.tagging.entity.find.NameCues.Kind.DIRECTION;
import static org.copytaster.tagging.entity.find.NameCues.Kind.FAMILY;
import static org.copytaster.tagging.entity.find.NameCues.Kind.FIRST_NAME;
import static org.copytaster.tagging.entity.find.NameCues.Kind.ORG_END;
import static org.copytaster.tagging.entity.find.NameCues.Kind.ORG_START;
import static org.copytaster.tagging.entity.find.NameCues.Kind.PARTICLE;
import static org.copytaster.tagging.entity.find.NameCues.Kind.PLAIN;
import static org.copytaster.tagging.entity.find.NameCues.Kind.PORTFOLIO;
import static org.copytaster.tagging.entity.find.NameCues.Kind.REPORTING;
import static org.copytaster.tagging.entity.find.NameCues.Kind.TITLE;

import java.util.ArrayList;
import java.util.List;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.find.Name.Clue;
import org.copytaster.tagging.entity.find.NameTyper.Run;
import org.copytaster.tagging.text.Span;
import org.copytaster.tagging.text.Token;
import org.copytaster.tagging.text.Zone;

/**
 * Finds the names in one paragraph, from left to right, where an article names those who made it:
 * bylines, credits, contributors.
 */
public final class NameFinder {

  private final Gazetteer gazetteer;
  private final NameCues cues;
  private final NameTyper typer;
  private final String characters;

  private final List<Name> names = new ArrayList<>();
  private List<Token> tokens = List.of();
  private Zone zone = Zone.BODY;

  /** A finder for one text. */
  public NameFinder(Gazetteer gazetteer, NameCues cues, String characters) {
    this.gazetteer = gazetteer;
    this.cues = cues;
    this.typer = new NameTyper(cues);
    this.characters = characters;
  }

  /** All names so far. */
  public List<Name> names() {
    return names;
  }

  /** Reads the next paragraph of the text. */
  public void read(List<Token> paragraph, Zone zone) {
    this.tokens = split(paragraph);
    this.zone = zone;
    int at = 0;
    boolean afterTitle = false;
    while (at < tokens.size()) {
      int end = nameAt(at, afterTitle);
      if (end > at) {
        afterTitle = false;
        at = end;
      } else {
        afterTitle = isTitle(at);
        at++;
      }
    }
  }

  /** AP Photo/Krista Bremnes: a stroke between words of credits parts two names. */
  private static List<Token> split(List<Token> paragraph) {
    var tokens = new ArrayList<Token>();
    for (var token : paragraph) {
      int stroke = token.surface().indexOf('/');
      boolean whole = token.surface().length() == token.span().length();
      if (whole && stroke > 0 && stroke < token.surface().length() - 1) {
        int at = token.span().begin() + stroke;
        tokens.add(piece(token, token.span().begin(), at, token.sentenceStart()));
        tokens.add(piece(token, at, at + 1, false));
        tokens.add(piece(token, at + 1, token.span().end(), false));
      } else {
        tokens.add(token);
      }
    }
    return tokens;
  }

  private static Token piece(Token token, int begin, int end, boolean sentenceStart) {
    int first = token.span().begin();
    var surface = token.surface().substring(begin - first, end - first);
    return new Token(new Span(begin, end), surface, sentenceStart);
  }

  /** Adds the name that begins at a token; the token after it, or {@code at} if there is none. */
  private int nameAt(int at, boolean afterTitle) {
    int organisation = organisationEnd(at);
    boolean person = personBegins(at);
    var known = person || afterTitle ? null : gazetteer.longestAt(tokens, at);
    if (known != null && at + known.words().size() >= organisation) {
      var identity = known.identity();
      var clue = new Clue(identity.type(), Name.Trust.SURE, identity);
      return add(at, at + known.words().size(), clue);
    }
    if (organisation > at) {
      return add(at, organisation, Clue.sure(EntityType.ORG));
    }
    if (!opens(at, afterTitle)) {
      return at;
    }
    int end = runEnd(at, person || afterTitle);
    var run = new Run(tokens, at, end);
    return add(at, end, afterTitle ? Clue.sure(EntityType.PER) : clue(run));
  }

  private Clue clue(Run run) {
    if (reportsFrom(run)) {
      return Clue.sure(EntityType.LOC);
    }
    return run.length() == 1 && doubtfulWord(run) ? Clue.onlyIfKnown() : typer.clue(run);
  }

  /** Where a contributor was: from Oslo, Bergen and Seoul. */
  private boolean reportsFrom(Run run) {
    if (zone != Zone.CONTRIBUTORS || cues.is(FIRST_NAME, run.word(run.begin()))) {
      return false;
    }
    var last = names.isEmpty() ? null : names.get(names.size() - 1);
    boolean row =
        last != null
            && last.type() == EntityType.LOC
            && last.context().tokens() == tokens
            && last.context().end() == run.begin() - 1
            && !isFrom(run.after(0));
    return row || (run.begin() > 0 && isFrom(run.word(run.begin() - 1)));
  }

  private static boolean isFrom(String word) {
    return word.equals("from") || word.equals("in");
  }

  private boolean doubtfulWord(Run run) {
    return doubtfulStart(run)
        || cues.is(DIRECTION, run.word(run.begin()))
        || hasSmallPart(run.after(0));
  }

  /** At the begin of a sentence any word has a capital. */
  private boolean doubtfulStart(Run run) {
    var token = tokens.get(run.begin());
    return token.sentenceStart()
        && tokens.size() > 2
        && !cues.is(FIRST_NAME, token.surface())
        && !token.allCapitals()
        && !(zone == Zone.CONTRIBUTORS && cues.is(REPORTING, run.after(0)));
  }

  private boolean opens(int at, boolean afterTitle) {
    var token = tokens.get(at);
    var word = token.surface();
    if (!isNameWord(token) || isTitle(at)) {
      return false;
    }
    if (afterTitle) {
      return word.length() > 1;
    }
    return word.length() > 1 && !cues.is(PLAIN, word);
  }

  private boolean isNameWord(Token token) {
    return token.capitalised() && !hasSmallPart(token.surface());
  }

  /** Moscow-based is a word about a name and no name; Tong-hyung is one. */
  private boolean hasSmallPart(String word) {
    int hyphen = word.lastIndexOf('-');
    return hyphen > 0 && cues.is(COMPOUND, word.substring(hyphen + 1));
  }

  private boolean personBegins(int at) {
    if (at + 1 >= tokens.size() || !isNameWord(tokens.get(at + 1))) {
      return false;
    }
    var word = tokens.get(at).surface();
    return cues.is(FIRST_NAME, word)
        || (cues.is(FAMILY, word) && !cues.is(PLAIN, word) && !tokens.get(at + 1).allCapitals());
  }

  /** The end of a run of capitalised words; a known name ends it, but not inside a person's. */
  private int runEnd(int at, boolean person) {
    int end = at + 1;
    while (end < tokens.size()) {
      var token = tokens.get(end);
      if (!isNameWord(token)) {
        int after = afterParticles(end);
        if (after == end || !isNameWord(tokens.get(after))) {
          break;
        }
        end = after;
        continue;
      }
      boolean known = !person && gazetteer.longestAt(tokens, end) != null;
      if (known || isTitle(end) || isCalendar(token)) {
        break;
      }
      end++;
    }
    return end;
  }

  /** Foreign begins many a sentence, but it also begins Foreign Ministry. */
  private boolean isPlain(String word) {
    return cues.is(PLAIN, word) && !cues.is(PORTFOLIO, word);
  }

  private boolean isCalendar(Token token) {
    return cues.is(PLAIN, token.surface()) && !cues.is(FAMILY, token.surface());
  }

  private int afterParticles(int at) {
    int after = at;
    while (after < tokens.size() - 1
        && after < at + 3
        && cues.is(PARTICLE, tokens.get(after).surface())) {
      after++;
    }
    return after < tokens.size() ? after : at;
  }

  /** The end of an organisation's name that its form gives away, or {@code at}. */
  private int organisationEnd(int at) {
    var token = tokens.get(at);
    if (!isNameWord(token) || isPlain(token.surface())) {
      return at;
    }
    if (cues.is(ORG_START, token.surface())) {
      return afterOf(at);
    }
    var nation = gazetteer.longestAt(tokens, at);
    if (nation != null && splitsOff(nation, at)) {
      return at;
    }
    int end = at;
    int last = at;
    while (end < tokens.size() && end < at + 7 && isNameWord(tokens.get(end))) {
      if (isTitle(end)) {
        break;
      }
      end++;
      if (end > at + 1 && cues.is(ORG_END, tokens.get(end - 1).surface())) {
        last = end;
      }
    }
    return last == end ? last : at;
  }

  /** Russian Foreign Ministry and U.S. State Department are two names each. */
  private boolean splitsOff(Gazetteer.Known nation, int at) {
    int next = at + nation.words().size();
    var type = nation.identity().type();
    if (type != EntityType.LOC) {
      return true;
    }
    var rest = next < tokens.size() ? gazetteer.longestAt(tokens, next) : null;
    return rest != null && rest.identity().type() == EntityType.ORG;
  }

  private boolean isTitle(int at) {
    var word = tokens.get(at).surface();
    return cues.is(TITLE, word)
        || (cues.is(PORTFOLIO, word) && at + 1 < tokens.size() && isTitle(at + 1));
  }

  /** Ministry of Foreign Affairs, Institute for the Study of War. */
  private int afterOf(int at) {
    int end = at + 1;
    if (end >= tokens.size() || !isOf(tokens.get(end).surface())) {
      return at;
    }
    end += end + 1 < tokens.size() && tokens.get(end + 1).surface().equals("the") ? 2 : 1;
    int begin = end;
    while (end < tokens.size() && end < begin + 4 && isNameWord(tokens.get(end))) {
      end++;
    }
    return end > begin ? end : at;
  }

  private static boolean isOf(String word) {
    return word.equals("of") || word.equals("for");
  }

  private int add(int begin, int end, Clue clue) {
    names.add(Name.of(characters, new Name.Context(tokens, begin, end), zone, clue));
    return end;
  }
}
