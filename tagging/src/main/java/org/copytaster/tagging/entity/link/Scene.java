package org.copytaster.tagging.entity.link;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The article around a name: the day it speaks of as today, and its words. The words are gone
 * through when somebody first asks for them, which most articles never do; made for one article and
 * one thread.
 */
public final class Scene {

  /** A later word of a book says nothing of a name at its begin. */
  private static final int MOST_CHARACTERS = 50_000;

  private final int day;
  private final String text;
  private Set<String> words = Set.of();

  /** By the sets themselves, which are those of a table and always the same. */
  private final IdentityHashMap<Set<String>, Integer> counts = new IdentityHashMap<>();

  private Scene(int day, String text) {
    this.day = day;
    this.text = text;
  }

  /** A scene of which nothing is known. */
  public static Scene unknown() {
    return new Scene(0, "");
  }

  /**
   * A scene.
   *
   * @param day the document creation time; null if it is not known
   * @param text the article
   */
  public static Scene of(@Nullable LocalDate day, String text) {
    int number =
        day == null ? 0 : (day.getYear() * 100 + day.getMonthValue()) * 100 + day.getDayOfMonth();
    return new Scene(number, text);
  }

  /** As yyyymmdd; 0 if it is not known. */
  int day() {
    return day;
  }

  /** How many of some words, in small letters, the article has. */
  int has(Set<String> some) {
    return counts.computeIfAbsent(some, this::count);
  }

  /** Whether the article has a year between two, both counted; a year has four digits. */
  boolean tellsOf(int from, int to) {
    int end = Math.min(text.length(), MOST_CHARACTERS);
    int begin = -1;
    for (int i = 0; i <= end; i++) {
      boolean digit = i < end && text.charAt(i) >= '0' && text.charAt(i) <= '9';
      if (digit && begin < 0) {
        begin = i;
      } else if (!digit && begin >= 0) {
        int year = i - begin == 4 ? Integer.parseInt(text, begin, i, 10) : 0;
        if (year > 0 && year >= from && year <= to) {
          return true;
        }
        begin = -1;
      }
    }
    return false;
  }

  private int count(Set<String> some) {
    if (words.isEmpty()) {
      words = words(text);
    }
    int count = 0;
    for (var word : some) {
      count += words.contains(word) ? 1 : 0;
    }
    return count;
  }

  private static Set<String> words(String text) {
    var words = new HashSet<String>();
    int end = Math.min(text.length(), MOST_CHARACTERS);
    int begin = -1;
    for (int i = 0; i <= end; i++) {
      boolean letter = i < end && Character.isLetter(text.charAt(i));
      if (letter && begin < 0) {
        begin = i;
      } else if (!letter && begin >= 0) {
        words.add(text.substring(begin, i).toLowerCase(Locale.ROOT));
        begin = -1;
      }
    }
    return words;
  }
}
