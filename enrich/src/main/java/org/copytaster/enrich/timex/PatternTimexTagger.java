package org.copytaster.enrich.timex;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.copytaster.enrich.text.Span;
import org.copytaster.enrich.text.Text;
import org.copytaster.enrich.text.ZonedSpan;
import org.jspecify.annotations.Nullable;

/**
 * Finds time expressions by the patterns of {@code rules.tsv}. Where several match, the longest
 * wins, then the first in the file; every match is bounded in length, so the time is linear.
 */
public final class PatternTimexTagger implements TimexTagger {

  private static final int LONGEST_EXPRESSION = 80;

  private final Words words;
  private final TimexRules rules;
  private final Outlook outlook = new Outlook();
  private final Resolvers resolvers = new Resolvers();

  private PatternTimexTagger(Words words) {
    this.words = words;
    this.rules = TimexRules.read(words);
  }

  /** A tagger for English. */
  public static PatternTimexTagger english() {
    return new PatternTimexTagger(Words.read());
  }

  @Override
  public String engine() {
    return "timex-patterns/2";
  }

  @Override
  public List<Timex> tag(Text text, @Nullable DocumentTime creation) {
    var timexes = new ArrayList<Timex>();
    var matchers = new IdentityHashMap<TimexRule, Matcher>();
    var said = Said.NOTHING;
    for (var paragraph : text.paragraphs()) {
      var reader = new Scan(rules, text.characters(), paragraph, matchers);
      int at = paragraph.begin();
      while (at < paragraph.end()) {
        var found = begins(text.characters(), paragraph, at) ? reader.longestAt(at) : null;
        if (found == null) {
          at++;
        } else if (found.rule().kind().resolver().equals("skip")) {
          at = found.end();
        } else {
          boolean ahead = outlook.ahead(text.characters(), paragraph.begin(), found.begin());
          var timex = timex(text, paragraph, found, new Scene(creation, ahead, said));
          said = said.and(found.rule().kind(), timex.reading(), creation);
          timexes.add(timex);
          at = found.end();
        }
      }
    }
    return timexes;
  }

  private Timex timex(Text text, ZonedSpan paragraph, Found found, Scene scene) {
    var expression = new Expression(found.rule().kind(), found.words(), words, scene);
    var span = new Span(found.begin(), found.end());
    return new Timex(
        new ZonedSpan(span, paragraph.zone()),
        span.surface(text.characters()),
        found.rule().name(),
        resolvers.resolve(expression));
  }

  private static boolean begins(String characters, ZonedSpan paragraph, int at) {
    if (!Character.isLetterOrDigit(characters.charAt(at))
        && characters.charAt(at) != '\''
        && characters.charAt(at) != '’') {
      return false;
    }
    if (at == paragraph.begin()) {
      return true;
    }
    char before = characters.charAt(at - 1);
    boolean number = Character.isDigit(characters.charAt(at));
    return !Character.isLetterOrDigit(before) && !(number && "$£€¥.,:/#".indexOf(before) >= 0);
  }

  /** A rule and where it matched. */
  private record Found(TimexRule rule, int begin, int end, Map<String, String> words) {}

  /** One walk over a paragraph. */
  private record Scan(
      TimexRules rules, String characters, ZonedSpan paragraph, Map<TimexRule, Matcher> matchers) {

    private @Nullable Found longestAt(int at) {
      Found longest = null;
      for (var rule : rules.beginningAt(characters, at)) {
        var matcher = matchers.computeIfAbsent(rule, this::matcher);
        matcher.region(at, Math.min(paragraph.end(), at + LONGEST_EXPRESSION));
        if (matcher.lookingAt()
            && (longest == null || matcher.end() > longest.end())
            && ends(matcher.end())
            && rule.allowedAfter(characters, paragraph.begin(), at)) {
          longest = new Found(rule, at, matcher.end(), rule.pattern().words(matcher));
        }
      }
      return longest;
    }

    private Matcher matcher(TimexRule rule) {
      return rule.pattern().pattern().matcher(characters).useTransparentBounds(true);
    }

    private boolean ends(int end) {
      return end >= paragraph.end() || !Character.isLetterOrDigit(characters.charAt(end));
    }
  }
}
