package org.copytaster.tagging.timex.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copytaster.tagging.text.Openings;
import org.copytaster.tagging.text.Span;
import org.copytaster.tagging.text.ZonedSpan;
import org.jspecify.annotations.Nullable;

/**
 * Finds where rules match in one text. Where several match, the longest wins, then the first in the
 * file; every match is bounded in length, so the time is linear. Not to be shared by threads.
 */
public final class RuleFinder {

  private static final int LONGEST_EXPRESSION = 80;
  private static final int YEAR_AND_STROKE = 5;

  /** What joins a number to what stands in front of it, so that it is none of its own. */
  private static final String JOINTS = "$£€¥.,:/#_@=&\\";

  private final List<TimexRule> rules;
  private final Openings openings;
  private final String characters;
  private final @Nullable Matcher[] matchers;
  private final Pattern address;

  /** A finder for one text; it is not shared by threads. */
  public RuleFinder(TimexRules rules, Openings openings, String characters) {
    this.rules = rules.all();
    this.address = rules.address();
    this.openings = openings;
    this.characters = characters;
    this.matchers = new Matcher[this.rules.size()];
  }

  /** All expressions of some paragraphs, in order. */
  public List<RuleMatch> all(List<ZonedSpan> paragraphs) {
    var all = new ArrayList<RuleMatch>();
    for (var paragraph : paragraphs) {
      int at = paragraph.begin();
      while (at < paragraph.end()) {
        var found = longestAt(paragraph, at);
        int address = found == null ? at : behindAddress(found);
        if (found != null && found.isTime() && address == at) {
          all.add(found);
        }
        at = found == null ? at + 1 : Math.max(address, found.end());
      }
    }
    return all;
  }

  /** A rule and where it matched. */
  public record RuleMatch(
      TimexRule rule, ZonedSpan paragraph, Span span, Map<String, String> words) {

    /** UTF-16 offset of the first character. */
    public int begin() {
      return span.begin();
    }

    /** UTF-16 offset behind the last character. */
    public int end() {
      return span.end();
    }

    boolean isTime() {
      return rule.kind().resolver() != ResolverKind.SKIP;
    }

    /** The same with more words, as if its rule had found them. */
    public RuleMatch with(Map<String, String> more) {
      var all = new HashMap<>(words);
      all.putAll(more);
      return new RuleMatch(rule, paragraph, span, all);
    }
  }

  /** The end of the address or the name of a file that a match is a part of, or its begin. */
  private int behindAddress(RuleMatch found) {
    int begin = found.begin();
    int end = found.end();
    int first = Math.max(found.paragraph().begin(), begin - LONGEST_EXPRESSION);
    int last = Math.min(found.paragraph().end(), end + LONGEST_EXPRESSION);
    while (begin > first && isGlued(begin - 1)) {
      begin--;
    }
    while (end < last && isGlued(end)) {
      end++;
    }
    boolean alone = begin == found.begin() && end <= found.end() + 1;
    return !alone && address.matcher(characters).region(begin, end).matches() ? end : found.begin();
  }

  private boolean isGlued(int at) {
    char c = characters.charAt(at);
    return !Character.isWhitespace(c) && "()[]<>\"“”«»".indexOf(c) < 0;
  }

  /** The longest match that begins at a place, or null. */
  private @Nullable RuleMatch longestAt(ZonedSpan paragraph, int at) {
    if (!begins(paragraph, at)) {
      return null;
    }
    int longest = -1;
    int end = at;
    for (int number : openings.at(characters, at, paragraph.end())) {
      var matcher = matcher(number);
      matcher.region(at, Math.min(paragraph.end(), at + LONGEST_EXPRESSION));
      if (matcher.lookingAt()
          && matcher.end() > end
          && rules.get(number).allowedAfter(characters, paragraph.begin(), at)) {
        longest = number;
        end = matcher.end();
      }
    }
    return longest < 0 ? null : found(longest, paragraph, new Span(at, end));
  }

  private RuleMatch found(int number, ZonedSpan paragraph, Span span) {
    var rule = rules.get(number);
    return new RuleMatch(rule, paragraph, span, rule.pattern().words(matcher(number)));
  }

  private Matcher matcher(int number) {
    var matcher = matchers[number];
    if (matcher == null) {
      matcher = rules.get(number).pattern().pattern().matcher(characters);
      matchers[number] = matcher.useTransparentBounds(true);
    }
    return matcher;
  }

  private boolean begins(ZonedSpan paragraph, int at) {
    char first = characters.charAt(at);
    if (!Character.isLetterOrDigit(first) && first != '\'' && first != '’') {
      return false;
    }
    if (at == paragraph.begin()) {
      return true;
    }
    char before = characters.charAt(at - 1);
    return !Character.isLetterOrDigit(before)
        && !(Character.isDigit(first) && JOINTS.indexOf(before) >= 0 && !behindYear(paragraph, at));
  }

  /** Whether a year and a stroke stand directly in front, as in 2023/24. */
  private boolean behindYear(ZonedSpan paragraph, int at) {
    int year = at - YEAR_AND_STROKE;
    if (characters.charAt(at - 1) != '/' || year < paragraph.begin()) {
      return false;
    }
    for (int i = year; i < at - 1; i++) {
      if (!Character.isDigit(characters.charAt(i))) {
        return false;
      }
    }
    return year == paragraph.begin()
        || (!Character.isDigit(characters.charAt(year - 1))
            && JOINTS.indexOf(characters.charAt(year - 1)) < 0);
  }
}
