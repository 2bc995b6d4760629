package org.copytaster.tagging.timex;

import java.util.Optional;
import java.util.regex.Pattern;
import org.copytaster.tagging.timex.rule.RuleFinder;
import org.jspecify.annotations.Nullable;

/** The words around an expression. Most expressions do not depend on them. */
final class SurroundingWords {

  private static final int NEAR = 25;
  private static final int SENTENCE = 160;
  private static final int PLACE_BEFORE = 300;
  private static final int PLACE_BEHIND = 80;
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?;][\\s\"'”’]");

  private final TenseReader tense;
  private final String characters;
  private final RuleFinder.RuleMatch found;
  private TenseReader.@Nullable Direction direction;

  SurroundingWords(TenseReader tense, String characters, RuleFinder.RuleMatch found) {
    this.tense = tense;
    this.characters = characters;
    this.found = found;
  }

  /** Which way they look; found once. */
  TenseReader.Direction direction() {
    var known = direction;
    if (known == null) {
      known = tense.direction(this);
      direction = known;
    }
    return known;
  }

  /** The zone that an abbreviation means where the places nearby are, if that is another one. */
  Optional<String> zoneThere(String abbreviation) {
    return tense
        .places()
        .zone(
            abbreviation,
            characters,
            Math.max(paragraphBegin(), begin() - PLACE_BEFORE),
            Math.min(paragraphEnd(), end() + PLACE_BEHIND));
  }

  /** Whether it is the period of a report: earnings, profit or sales stand close by. */
  boolean reportsResults() {
    return tense.results(this);
  }

  /** Which way the first word of tense behind it looks. */
  boolean aheadBehind() {
    return tense.behind(this).ahead();
  }

  /** Whether "'s" follows: what belongs to a day has mostly happened. */
  boolean possessive() {
    return characters.startsWith("'s ", end()) || characters.startsWith("’s ", end());
  }

  /** Whether nothing but "to" or a dash lies between a place and the expression. */
  boolean closesRange(int end) {
    return end < begin()
        && isBefore(end, NEAR)
        && Ranges.isJoint(characters.substring(end, begin()));
  }

  /** Whether no sentence ends between a place and the expression. */
  boolean inSentence(int end) {
    return isBefore(end, SENTENCE) && !SENTENCE_END.matcher(characters).region(end, begin()).find();
  }

  /** Whether only few words of the same sentence lie between a place and the expression. */
  boolean follows(int end) {
    return isBefore(end, NEAR)
        && characters.substring(end, begin()).chars().noneMatch(c -> ".!?;".indexOf(c) >= 0);
  }

  /** Whether a place lies in the same paragraph, not far in front of the expression. */
  private boolean isBefore(int end, int reach) {
    return end > paragraphBegin() && end <= begin() && begin() - end <= reach;
  }

  String characters() {
    return characters;
  }

  int paragraphBegin() {
    return found.paragraph().begin();
  }

  int paragraphEnd() {
    return found.paragraph().end();
  }

  int begin() {
    return found.begin();
  }

  int end() {
    return found.end();
  }
}
