package org.copytaster.tagging.entity.form;

import static org.copytaster.tagging.entity.find.NameCues.Kind.BODY;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.find.Gazetteer;
import org.copytaster.tagging.entity.find.NameCues;
import org.copytaster.tagging.entity.find.TokenTags.Stretch;

/** What copy explains: "Isagen, a utility based in Medellin" is no place, throughout the text. */
final class Appositions implements NameForm {

  private static final Set<String> ARTICLES = Set.of("a", "an", "the");

  /** The noun is among so many words behind the article. */
  private static final int REACH = 4;

  private final NameCues cues;
  private final Gazetteer gazetteer;
  private final Set<String> bodies = new HashSet<>();

  Appositions(NameCues cues, Gazetteer gazetteer) {
    this.cues = cues;
    this.gazetteer = gazetteer;
  }

  @Override
  public void see(Words words) {
    for (int i = 1; i < words.tokens().size(); i++) {
      boolean one = words.capitalised(i - 1) && !words.capitalised(i - 2);
      if (one && explained(words, i) && gazetteer.longestAt(words.tokens(), i - 1) == null) {
        bodies.add(words.at(i - 1));
      }
    }
  }

  @Override
  public List<Stretch> claims(Words words, List<Stretch> found) {
    var claims = new ArrayList<Stretch>();
    for (var stretch : found) {
      boolean one = stretch.end() == stretch.begin() + 1;
      if (one && stretch.type() != EntityType.ORG && bodies.contains(words.at(stretch.begin()))) {
        claims.add(new Stretch(stretch.begin(), stretch.end(), EntityType.ORG));
      }
    }
    return claims;
  }

  /** Whether a comma stands there, and behind it what bodies are. */
  private boolean explained(Words words, int at) {
    if (!words.at(at).equals(",") || !ARTICLES.contains(words.at(at + 1))) {
      return false;
    }
    for (int i = at + 2; i < at + 2 + REACH; i++) {
      if (cues.is(BODY, words.at(i))) {
        return !words.possessive(i + 1);
      }
      if (words.at(i).length() < 3) {
        return false;
      }
    }
    return false;
  }
}
