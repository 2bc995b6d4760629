package org.copytaster.formats.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Chooses the headline: the page's first heading if what the page says of itself agrees with it,
 * else what it says, without the name of the site.
 */
final class PageTitle {

  private static final Pattern SEPARATOR =
      Pattern.compile("\\s+[|–—\\-·•»:]+\\s+|\\s*[|»]\\s*|(?<=\\w):\\s+");

  /** What separates a title from a section or a site, and hardly ever stands inside a title. */
  private static final Pattern STRONG = Pattern.compile("\\s*[|»•·].*");

  /** Words of a section's name, or of a site's that nothing else in the page names. */
  private static final int LONGEST_SECTION = 4;

  /** Words in common over words in all, above which two titles speak of the same thing. */
  private static final double AGREES = 0.25;

  /** A heading of fewer words may be the name of a section. */
  private static final int FEWEST_WORDS = 4;

  /** A day or a number of comments, but not the year that many titles speak of. */
  private static final Pattern BESIDE = Pattern.compile("\\b\\d{1,3}\\b");

  /** How systems end a title that was too long for them. */
  private static final Pattern CUT = Pattern.compile("(?:…|\\.\\.\\.)$");

  /** Schema.org's headlines end at 110 characters. */
  private static final int LONGEST_WHOLE = 105;

  /** Pages that make every line a first heading are not compared line by line. */
  private static final int MOST_HEADINGS = 100;

  private PageTitle() {}

  /** The title, or an empty text if the page has none. */
  static String of(List<Block> blocks, PageClaims claims, BlockCues cues) {
    var sites = new SiteNames(blocks, claims);
    var parts = parts(claims.titles(), sites);
    var best = "";
    double most = -1;
    int headings = 0;
    for (var block : blocks) {
      if (block.headingLevel() == 1 && headings++ < MOST_HEADINGS && !sites.has(block.text())) {
        double agreement = agreement(block.text(), claims.titles(), parts);
        if (agreement > most) {
          most = agreement;
          best = block.text().replace('\n', ' ');
          best = best.indexOf('|') < 0 ? best : alone(best, sites);
        }
      }
    }
    for (var part : parts) {
      if (isInside(part, best, cues)) {
        return part;
      }
    }
    boolean trusted = most >= 2 || (most >= AGREES && WordCounter.count(best, 0) >= FEWEST_WORDS);
    var own = parts.stream().filter(part -> !sites.has(part)).toList();
    if (trusted || (own.isEmpty() && !best.isEmpty())) {
      return best;
    }
    return own.isEmpty() ? (parts.isEmpty() ? "" : parts.get(0)) : chosen(own, blocks);
  }

  /** The claims without the names of the site, in their order. */
  private static List<String> parts(List<String> claims, SiteNames sites) {
    var parts = new ArrayList<String>();
    for (var claim : claims) {
      parts.add(alone(claim, sites));
    }
    return parts;
  }

  /**
   * Of what the page claims it is the first that stands in it as a smaller heading, or the first.
   * Where that was cut short and another goes on, it is the other.
   */
  private static String chosen(List<String> parts, List<Block> blocks) {
    var headings = new HashSet<String>();
    blocks.stream()
        .filter(block -> block.headingLevel() > 0)
        .limit(MOST_HEADINGS)
        .forEach(block -> headings.add(Outline.plain(block.text())));
    var first =
        parts.stream()
            .filter(part -> headings.contains(Outline.plain(part)))
            .findFirst()
            .orElse(parts.get(0));
    var begin = Outline.plain(first);
    boolean cut = CUT.matcher(first).find() || first.length() >= LONGEST_WHOLE;
    return parts.stream()
        .filter(part -> cut && !CUT.matcher(part).find())
        .filter(part -> part.length() > first.length() && Outline.plain(part).startsWith(begin))
        .findFirst()
        .orElse(first);
  }

  /** The heading has the claim whole, and beside it a date, a number of comments or a label. */
  private static boolean isInside(String part, String heading, BlockCues cues) {
    var outer = " " + Outline.plain(heading) + " ";
    var inner = " " + Outline.plain(part) + " ";
    int extra = WordCounter.count(heading, 0) - WordCounter.count(part, 0);
    return WordCounter.count(part, 0) >= FEWEST_WORDS
        && extra > 0
        && extra <= FEWEST_WORDS
        && (outer.endsWith(inner) || outer.startsWith(inner))
        && (BESIDE.matcher(beside(outer, inner)).find()
            || cues.areAll("label", beside(outer, inner)));
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

  /**
   * A title without the names of its site, at either end. What stands before and behind a dash or a
   * colon is else the title's own; behind a stroke it is a section.
   */
  private static String alone(String title, SiteNames sites) {
    int begin = 0;
    int end = title.length();
    var matcher = SEPARATOR.matcher(title);
    var cuts = matcher.results().map(cut -> new int[] {cut.start(), cut.end()}).toList();
    int first = 0;
    int last = cuts.size() - 1;
    while (last >= first && isOther(title, cuts.get(last), begin, end, sites)) {
      end = cuts.get(last--)[0];
    }
    while (first <= last && isKicker(title, cuts.get(first), begin, end, sites)) {
      begin = cuts.get(first++)[1];
    }
    return title.substring(begin, end).strip();
  }

  private static boolean isOther(String title, int[] cut, int begin, int end, SiteNames sites) {
    var behind = title.substring(cut[1], end);
    var before = title.substring(begin, cut[0]);
    if (title.charAt(cut[0]) == ':') {
      return false;
    }
    if (sites.has(behind)) {
      return true;
    }
    boolean strong = STRONG.matcher(title.substring(cut[0], cut[1])).matches();
    int words = WordCounter.count(behind, 0);
    boolean named = sites.isEmpty() && isName(behind);
    return words <= LONGEST_SECTION
        && WordCounter.count(before, 0) >= FEWEST_WORDS
        && (strong || named);
  }

  private static boolean isKicker(String title, int[] cut, int begin, int end, SiteNames sites) {
    var before = title.substring(begin, cut[0]);
    boolean strong = STRONG.matcher(title.substring(cut[0], cut[1])).matches();
    boolean section =
        strong
            && WordCounter.count(before, 0) < FEWEST_WORDS
            && WordCounter.count(title.substring(cut[1], end), 0) >= FEWEST_WORDS;
    return section || sites.has(before);
  }

  /** Each word begins as a name does. */
  private static boolean isName(String part) {
    return part.strip().matches("(?:[\\p{Lu}\\p{Lt}\\p{N}][\\p{L}\\p{N}.'’&-]*\\s*)+");
  }

  /**
   * The names by which a page's site may stand in its title: what the page calls the site, its
   * host, and who has the rights.
   */
  static final class SiteNames {

    private static final int LONGEST_RIGHTS = 30;

    private static final int LONGEST_NAME = 6;

    /** Shorter ones stand in many hosts by chance. */
    private static final int SHORTEST_IN_HOST = 4;

    private static final Pattern RIGHTS =
        Pattern.compile(
            "(?i)(?:©|\\(c\\)|copyright)[\\s©]*(?:\\(c\\))?\\s*(?:\\d{4}(?:\\s*[-–]\\s*\\d{4})?,?)?"
                + "\\s*(?:by )?([^.|,\\n]{3,60})");

    private static final Pattern SIGNS = Pattern.compile("[©(]|(?i:copyright)");

    private static final Pattern HOST = Pattern.compile("^(?:https?:)?//([^/?#:]+)");

    private static final Pattern BEHIND =
        Pattern.compile("\\.(?:(?:com?|org|gov|ac|net|edu)\\.)?[^.]+$");

    /** Words of the name of an office, with those that begin small. */
    private static final Pattern NAME =
        Pattern.compile("(?:(?:\\p{Lu}[\\p{L}\\p{N}.'’-]*|and|of|the|for|&|de|la|der)\\s*){2,6}");

    private static final int FEWEST_INITIALS = 3;

    private final Set<String> names = new HashSet<>();
    private String host = "";
    private String label = "";

    SiteNames(List<Block> blocks, PageClaims claims) {
      claims.sites().forEach(this::add);
      var url = claims.canonical();
      var matcher = HOST.matcher(url == null ? "" : url);
      if (matcher.find()) {
        var name = matcher.group(1).toLowerCase(Locale.ROOT);
        host = name.replaceAll("[^\\p{L}\\p{N}]", "");
        label = registered(name);
      }
      for (var block : blocks.subList(blocks.size() / 2, blocks.size())) {
        if (block.words() <= LONGEST_RIGHTS && SIGNS.matcher(block.text()).find()) {
          var rights = RIGHTS.matcher(block.text());
          if (rights.find()) {
            add(rights.group(1).replaceFirst("(?i)\\ball rights.*", ""));
          }
        }
      }
    }

    private void add(String name) {
      var plain = Outline.plain(name);
      if (!plain.isEmpty()) {
        names.add(plain);
      }
    }

    /** {@code lyle} of {@code www.lyle.co.uk}. */
    private static String registered(String host) {
      var end = BEHIND.matcher(host).replaceFirst("");
      return end.substring(end.lastIndexOf('.') + 1);
    }

    /** Whether the host is named for it: by its first letters, or by the initials of its words. */
    private boolean isOfHost(String part) {
      if (label.length() < FEWEST_INITIALS || !NAME.matcher(part.strip()).matches()) {
        return false;
      }
      var all = new StringBuilder();
      var large = new StringBuilder();
      for (var word : part.strip().split("\\s+", -1)) {
        char first = Character.toLowerCase(word.charAt(0));
        all.append(Character.isLetter(first) ? first : "");
        large.append(Character.isUpperCase(word.charAt(0)) ? first : "");
      }
      return (label.length() >= SHORTEST_IN_HOST
              && Outline.plain(part).replace(" ", "").startsWith(label))
          || isInitials(all.toString())
          || isInitials(large.toString());
    }

    private boolean isInitials(String initials) {
      return initials.length() >= FEWEST_INITIALS
          && (label.startsWith(initials) || initials.startsWith(label));
    }

    /** Whether nothing is known of the site. */
    boolean isEmpty() {
      return names.isEmpty() && host.isEmpty();
    }

    /** Whether this part of a title is a name of the site. */
    boolean has(String part) {
      var plain = Outline.plain(part);
      int words = WordCounter.count(plain, 0);
      if (plain.isEmpty() || words > LONGEST_NAME) {
        return plain.isEmpty();
      }
      var bare = plain.replace(" ", "");
      if (bare.length() >= SHORTEST_IN_HOST && (host.contains(bare) || isDomain(part))) {
        return true;
      }
      return names.stream().anyMatch(name -> isSame(name, plain)) || isOfHost(part);
    }

    /** A title may have the site's domain in place of its name. */
    private static boolean isDomain(String part) {
      return part.strip().matches("(?i)(?:www\\.)?[\\p{L}\\p{N}-]+(?:\\.[a-z]{2,})+");
    }

    /** One may be the other with "News" or "Online" behind it. */
    private static boolean isSame(String name, String part) {
      return (name + " ").startsWith(part + " ") || (part + " ").startsWith(name + " ");
    }
  }
}
