package org.copytaster.formats.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the headline: the page's first heading if what the page says of itself agrees with it,
 * else what it says, without the name of the site.
 */
final class PageTitle {

  private static final Pattern SEPARATOR = Pattern.compile("\\s+[|–—\\-·•»:]+\\s+|\\s*[|»]\\s*");

  /** Words in common over words in all, above which two titles speak of the same thing. */
  private static final double AGREES = 0.25;

  /** A heading of fewer words may be the name of a section. */
  private static final int FEWEST_WORDS = 4;

  /** A day or a number of comments, but not the year that many titles speak of. */
  private static final Pattern BESIDE = Pattern.compile("\\b\\d{1,3}\\b");

  /** Pages that make every line a first heading are not compared line by line. */
  private static final int MOST_HEADINGS = 100;

  private PageTitle() {}

  /** The title, or an empty text if the page has none. */
  static String of(List<Block> blocks, PageClaims claims) {
    var parts = new ArrayList<String>();
    for (var claim : claims.titles()) {
      parts.add(longest(claim, claims.site()));
    }
    var best = "";
    double most = -1;
    int headings = 0;
    for (var block : blocks) {
      if (block.headingLevel() == 1 && headings++ < MOST_HEADINGS) {
        double agreement = agreement(block.text(), claims.titles(), parts);
        if (agreement > most) {
          most = agreement;
          best = block.text().replace('\n', ' ');
        }
      }
    }
    for (var part : parts) {
      if (isInside(part, best)) {
        return part;
      }
    }
    boolean trusted = most >= 2 || (most >= AGREES && WordCounter.count(best, 0) >= FEWEST_WORDS);
    if (trusted || (parts.isEmpty() && !best.isEmpty())) {
      return best;
    }
    return parts.isEmpty() ? "" : parts.get(0);
  }

  /** The heading has the claim whole, and beside it a date or a number of comments. */
  private static boolean isInside(String part, String heading) {
    var outer = " " + Outline.plain(heading) + " ";
    var inner = " " + Outline.plain(part) + " ";
    int extra = WordCounter.count(heading, 0) - WordCounter.count(part, 0);
    return WordCounter.count(part, 0) >= FEWEST_WORDS
        && extra > 0
        && extra <= FEWEST_WORDS
        && (outer.endsWith(inner) || outer.startsWith(inner))
        && BESIDE.matcher(beside(outer, inner)).find();
  }

  private static String beside(String outer, String inner) {
    return outer.startsWith(inner)
        ? outer.substring(inner.length())
        : outer.substring(0, outer.length() - inner.length());
  }

  /** 2 if it is a claim, 1 and more if a claim holds it, else the words that they share. */
  private static double agreement(String heading, List<String> claims, List<String> parts) {
    var plain = Outline.plain(heading);
    if (plain.isEmpty()) {
      return -1;
    }
    double best = 0;
    var words = words(plain);
    for (int i = 0; i < claims.size(); i++) {
      if (plain.equals(Outline.plain(claims.get(i))) || plain.equals(Outline.plain(parts.get(i)))) {
        return 2;
      }
      var claimed = words(Outline.plain(claims.get(i)));
      var same = new HashSet<>(words);
      same.retainAll(claimed);
      claimed.addAll(words);
      boolean held = (" " + Outline.plain(claims.get(i)) + " ").contains(" " + plain + " ");
      best = Math.max(best, (double) same.size() / claimed.size() + (held ? 1 : 0));
    }
    return best;
  }

  private static Set<String> words(String plain) {
    return new HashSet<>(Arrays.asList(plain.split(" ", -1)));
  }

  /** The part of a title that is not the site's name: the one with the most words. */
  private static String longest(String title, @Nullable String site) {
    var best = "";
    for (var part : SEPARATOR.split(title, -1)) {
      boolean named = site != null && Outline.plain(part).equals(Outline.plain(site));
      if (!named && WordCounter.count(part, 0) > WordCounter.count(best, 0)) {
        best = part.strip();
      }
    }
    return best.isEmpty() ? title : best;
  }
}
