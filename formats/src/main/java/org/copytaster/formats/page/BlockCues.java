package org.copytaster.formats.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.copytaster.formats.text.ResourceLines;
import org.jsoup.nodes.Element;

/**
 * What the names of elements and the first words of blocks speak of, as {@code cues.tsv} lists it.
 * Each group is one bit of a {@code long}.
 */
final class BlockCues {

  private static final List<String> NAMING =
      List.of("class", "id", "role", "itemprop", "data-testid", "data-component");

  /** Longer values are generated; nobody named anything there. */
  private static final int LONGEST_NAMES = 400;

  /** No whole class that is listed is shorter. */
  private static final int SHORTEST_CLASS = 8;

  /** How many words of a block's beginning are compared with phrases. */
  private static final int PHRASE_WORDS = 4;

  private static final String END = "$";

  private final List<String> elementGroups = new ArrayList<>();
  private final List<String> phraseGroups = new ArrayList<>();
  private final List<String> wordGroups = new ArrayList<>();
  private final Map<String, Long> names = new HashMap<>();
  private final Map<String, Long> tags = new HashMap<>();
  private final Map<String, Long> classes = new HashMap<>();
  private final Map<String, Long> speech = new HashMap<>();
  private final List<String> speechGroups = new ArrayList<>();
  private final Map<String, Long> phrases = new HashMap<>();
  private final Map<String, Long> words = new HashMap<>();

  private BlockCues() {}

  /** Reads the table. */
  static BlockCues read() {
    var cues = new BlockCues();
    ResourceLines.of(BlockCues.class, "cues.tsv").stream()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> cues.add(line.split("\t", -1)));
    return cues;
  }

  private void add(String[] row) {
    switch (row[0]) {
      case "name" -> add(elementGroups, row[1], row[2].split(" ", -1), names);
      case "class" -> add(elementGroups, row[1], row[2].split(" ", -1), classes);
      case "tag" -> add(elementGroups, row[1], row[2].split(" ", -1), tags);
      case "phrase" -> add(phraseGroups, row[1], row[2].split("\\|", -1), phrases);
      case "word" -> add(wordGroups, row[1], row[2].split(" ", -1), words);
      case "speech" -> add(speechGroups, row[1], row[2].split(" ", -1), speech);
      default -> throw new IllegalStateException("cues.tsv: unknown kind " + row[0]);
    }
  }

  private static void add(
      List<String> groups, String group, String[] list, Map<String, Long> into) {
    long bit = 1L << groups.size();
    groups.add(group);
    for (var entry : list) {
      into.merge(entry, bit, (a, b) -> a | b);
    }
  }

  /** The groups that {@link #ofElement} tells of, in the order of their bits. */
  List<String> elementGroups() {
    return elementGroups;
  }

  /** The groups that {@link #ofBeginning} tells of, in the order of their bits. */
  List<String> phraseGroups() {
    return phraseGroups;
  }

  /** The groups that {@link #countWords} counts, in their order. */
  List<String> wordGroups() {
    return wordGroups;
  }

  /** The bit of a group that {@link #ofElement} tells of. */
  int element(String group) {
    return elementGroups.indexOf(group);
  }

  /** Whether these bits of {@link #ofBeginning} have one of the groups. */
  boolean speaksOf(long phrases, String... groups) {
    for (var group : groups) {
      if ((phrases & 1L << phraseGroups.indexOf(group)) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether an inline element is shown apart: a caption, a card that opens on a name. */
  boolean isApart(Element element) {
    if (element.attributesSize() == 0) {
      return false;
    }
    long names = ofElement(element);
    return (names & bit("caption")) != 0 || ((names & bit("hover")) != 0 && isCard(element));
  }

  /** The innermost element that opens on a name and has more than the name in it. */
  private boolean isCard(Element element) {
    return hasMore(element)
        && element.getElementsByTag("span").stream()
            .filter(span -> !span.equals(element) && (ofElement(span) & bit("hover")) != 0)
            .noneMatch(BlockCues::hasMore);
  }

  private static boolean hasMore(Element element) {
    return element.getElementsByTag("a").size() > 1
        || element.getAllElements().stream()
            .anyMatch(inner -> inner.isBlock() || inner.normalName().startsWith("x"));
  }

  /** The bit of a group of elements. */
  long bit(String group) {
    return 1L << element(group);
  }

  /** Adds to {@code spoken} the words of this group that stand in the text. */
  void spoken(String group, String text, Set<String> spoken) {
    long bit = 1L << speechGroups.indexOf(group);
    int at = 0;
    while (true) {
      int begin = wordBegin(text, at);
      if (begin == text.length()) {
        return;
      }
      at = wordEnd(text, begin);
      var word = plain(text, begin, at);
      if ((speech.getOrDefault(word, 0L) & bit) != 0) {
        spoken.add(word);
      }
    }
  }

  /** What the tag and the names of an element speak of. A page's outermost names say too much. */
  long ofElement(Element element) {
    var tag = element.normalName();
    long groups = tags.getOrDefault(tag, 0L);
    if (element.attributesSize() == 0 || tag.equals("body") || tag.equals("html")) {
      return groups;
    }
    for (var attribute : NAMING) {
      var value = element.attr(attribute);
      if (!value.isEmpty() && value.length() <= LONGEST_NAMES) {
        groups |= ofNames(value);
      }
    }
    // a network's post that a story quotes is set in one, a button to share the story is not
    groups &= tag.equals("blockquote") ? ~bit("share") : ~bit("post");
    return isUnseen(element) ? groups | names.getOrDefault("hidden", 0L) : groups;
  }

  private static boolean isUnseen(Element element) {
    var style = element.attr("style");
    return element.hasAttr("hidden")
        || element.attr("aria-hidden").equals("true")
        || (!style.isEmpty() && style.replace(" ", "").contains("display:none"));
  }

  private long ofClasses(String value) {
    long groups = 0;
    int begin = 0;
    for (int i = 0; i <= value.length(); i++) {
      if (i == value.length() || Character.isWhitespace(value.charAt(i))) {
        if (i - begin >= SHORTEST_CLASS) {
          groups |= classes.getOrDefault(value.substring(begin, i).toLowerCase(Locale.ROOT), 0L);
        }
        begin = i + 1;
      }
    }
    return groups;
  }

  private long ofNames(String value) {
    long groups = ofClasses(value);
    int begin = 0;
    for (int i = 0; i <= value.length(); i++) {
      boolean letter = i < value.length() && Character.isLetter(value.charAt(i));
      boolean hump =
          letter
              && i > begin
              && Character.isUpperCase(value.charAt(i))
              && !Character.isUpperCase(value.charAt(i - 1));
      if (!letter || hump) {
        if (i > begin) {
          groups |= names.getOrDefault(value.substring(begin, i).toLowerCase(Locale.ROOT), 0L);
        }
        begin = hump ? i : i + 1;
      }
    }
    return groups;
  }

  /** What the first words of a block speak of. */
  long ofBeginning(String text) {
    var key = new StringBuilder();
    long groups = 0;
    int at = 0;
    for (int taken = 0; taken < PHRASE_WORDS; taken++) {
      int begin = wordBegin(text, at);
      if (begin == text.length()) {
        break;
      }
      at = wordEnd(text, begin);
      key.append(key.isEmpty() ? "" : " ").append(plain(text, begin, at));
      groups |= phrases.getOrDefault(key.toString(), 0L);
    }
    if (wordBegin(text, at) == text.length()) {
      groups |= phrases.getOrDefault(key + " " + END, 0L);
    }
    return groups;
  }

  /** Adds to {@code counts} how many words of each group stand anywhere in the text. */
  void countWords(String text, int[] counts) {
    int at = 0;
    while (true) {
      int begin = wordBegin(text, at);
      if (begin == text.length()) {
        return;
      }
      at = wordEnd(text, begin);
      long groups = words.getOrDefault(plain(text, begin, at), 0L);
      for (int group = 0; groups != 0; group++, groups >>>= 1) {
        counts[group] += (int) (groups & 1);
      }
    }
  }

  /** Whether there are words, and each is one of this group. */
  boolean areAll(String group, String text) {
    int begin = wordBegin(text, 0);
    if (begin == text.length()) {
      return false;
    }
    while (begin < text.length()) {
      int end = wordEnd(text, begin);
      if (!isOf(group, plain(text, begin, end))) {
        return false;
      }
      begin = wordBegin(text, end);
    }
    return true;
  }

  /** Whether the first word is one of this group. */
  boolean isFirst(String group, String text) {
    int begin = wordBegin(text, 0);
    return begin < text.length() && isOf(group, plain(text, begin, wordEnd(text, begin)));
  }

  private boolean isOf(String group, String word) {
    return (speech.getOrDefault(word, 0L) & (1L << speechGroups.indexOf(group))) != 0;
  }

  private static int wordBegin(String text, int from) {
    int at = from;
    while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int wordEnd(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static String plain(String text, int begin, int end) {
    return Character.isDigit(text.charAt(begin))
        ? "#"
        : text.substring(begin, end).toLowerCase(Locale.ROOT);
  }
}
