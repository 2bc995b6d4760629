package org.copytaster.tagging.entity.form;

import static org.copytaster.tagging.entity.find.NameCues.Kind.GIVEN_NAME;
import static org.copytaster.tagging.entity.find.NameCues.Kind.PLAIN;
import static org.copytaster.tagging.entity.find.NameCues.Kind.SAILING;
import static org.copytaster.tagging.entity.find.NameCues.Kind.SHIP;
import static org.copytaster.tagging.entity.find.NameCues.Kind.SHIP_PREFIX;
import static org.copytaster.tagging.entity.find.NameCues.Kind.TITLE;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.find.Gazetteer;
import org.copytaster.tagging.entity.find.NameCues;
import org.copytaster.tagging.entity.find.TokenTags.Stretch;

/**
 * Ships, which bear the names of people and places and are neither: behind a prefix (USS, HMS) or
 * the kind of ship ("the frigate"), and then by name alone behind an article.
 */
final class Ships implements NameForm {

  private static final int LONGEST = 5;

  private final NameCues cues;
  private final Gazetteer gazetteer;
  private final Set<String> names = new HashSet<>();
  private final Set<String> lastWords = new HashSet<>();

  Ships(NameCues cues, Gazetteer gazetteer) {
    this.cues = cues;
    this.gazetteer = gazetteer;
  }

  @Override
  public void see(Words words) {
    for (int i = 0; i < words.tokens().size(); i++) {
      int end = end(words, i);
      if (end > i) {
        int begin = cues.is(SHIP_PREFIX, words.at(i + 1)) ? i + 2 : i + 1;
        names.add(words.joined(begin, end));
        lastWords.add(words.at(end - 1));
      }
    }
  }

  @Override
  public List<Stretch> claims(Words words, List<Stretch> found) {
    var claims = new ArrayList<Stretch>();
    for (int i = 0; i < words.tokens().size(); i++) {
      int end = end(words, i);
      if (end > i) {
        boolean prefix = cues.is(SHIP_PREFIX, words.at(i));
        claims.add(new Stretch(prefix ? i : i + 1, end, EntityType.MISC));
        i = end - 1;
      } else if (!names.isEmpty() && words.at(i).equalsIgnoreCase("the")) {
        end = namedEnd(words, i + 1);
        if (end > i + 1) {
          claims.add(new Stretch(i + 1, end, EntityType.MISC));
        }
      }
    }
    for (var stretch : found) {
      if (knownShip(words, stretch) || bare(words, stretch)) {
        claims.add(new Stretch(stretch.begin(), stretch.end(), EntityType.MISC));
      }
    }
    return claims;
  }

  /** The end of the longest known ship's name at a place; the place if there is none. */
  private int namedEnd(Words words, int begin) {
    for (int end = begin + LONGEST; end > begin; end--) {
      boolean fits = words.capitalised(end - 1) && !words.capitalised(end);
      if (fits && words.capitalised(begin) && names.contains(words.joined(begin, end))) {
        return end;
      }
    }
    return begin;
  }

  /** A ship without an article, by its whole name, which is no place's and no person's. */
  private boolean bare(Words words, Stretch stretch) {
    int begin = stretch.begin();
    boolean person = stretch.type() == EntityType.PER && cues.is(GIVEN_NAME, words.at(begin));
    return !names.isEmpty()
        && names.contains(words.joined(begin, stretch.end()))
        && !(person || (stretch.type() == EntityType.PER && stretch.end() == begin + 1))
        && gazetteer.longestAt(words.tokens(), begin) == null;
  }

  /** Behind the article: a president bears the name without one. */
  private boolean knownShip(Words words, Stretch stretch) {
    if (!words.at(stretch.begin() - 1).equalsIgnoreCase("the")) {
      return false;
    }
    return stretch.end() == stretch.begin() + 1 && lastWords.contains(words.at(stretch.begin()));
  }

  /** The end of the ship's name whose prefix or kind stands at a place; the place if none does. */
  private int end(Words words, int at) {
    if (!words.capitalised(at + 1)) {
      return at;
    }
    boolean prefix = words.capitalised(at) && cues.is(SHIP_PREFIX, words.at(at));
    if (!prefix && !cues.is(SHIP, words.at(at))) {
      return at;
    }
    int end = at + 1;
    while (end <= at + LONGEST && part(words, end)) {
      boolean link = !words.capitalised(end);
      end += link ? 2 : 1;
    }
    return end == at + 1 || (!prefix && known(words, at + 1, end)) ? at : end;
  }

  private boolean part(Words words, int at) {
    if (words.at(at).equals("of")) {
      return words.capitalised(at - 1) && words.capitalised(at + 1);
    }
    boolean name = words.capitalised(at) && !cues.is(PLAIN, words.at(at));
    boolean office = words.at(at).endsWith(".") && cues.is(TITLE, words.at(at));
    return name && !office;
  }

  /** What the gazetteer knows as something else: "the tanker Russia seized", but "sank". */
  private boolean known(Words words, int begin, int end) {
    var known = gazetteer.longestAt(words.tokens(), begin);
    return known != null && known.words().size() == end - begin && !cues.is(SAILING, words.at(end));
  }
}
