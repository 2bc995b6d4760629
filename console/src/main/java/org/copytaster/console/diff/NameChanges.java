package org.copytaster.console.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whom and what an article names now and did not before, or no longer, or by another name. */
final class NameChanges {

  /** So many of each side are looked at for who may have become whom. */
  private static final int MOST = 300;

  private NameChanges() {}

  /** Who is named: an entity as the tagger knows it. */
  record Named(String id, String name, String type) {

    private Set<String> words() {
      return Set.copyOf(List.of(name.toLowerCase(Locale.ROOT).split("[\\s.,-]+", -1)));
    }
  }

  /** A change: of who is named no longer {@code to} is null, of who is new {@code from}. */
  record NameChange(@Nullable Named from, @Nullable Named to) {}

  static List<NameChange> between(JsonNode before, JsonNode after) {
    var from = named(before);
    var to = named(after);
    var changes = new ArrayList<NameChange>();
    var lost = new ArrayList<Named>();
    for (var one : from.values()) {
      var other = to.get(one.id());
      if (other == null) {
        lost.add(one);
      } else if (!other.name().equals(one.name())) {
        changes.add(new NameChange(one, other));
      }
    }
    var gained =
        new ArrayList<>(to.values().stream().filter(n -> !from.containsKey(n.id())).toList());
    for (int i = 0; i < lost.size(); i++) {
      var one = lost.get(i);
      var other = i < MOST ? renamed(one, gained) : null;
      gained.remove(other);
      changes.add(new NameChange(one, other));
    }
    gained.forEach(other -> changes.add(new NameChange(null, other)));
    return changes;
  }

  /** Of the same type and with a word of the name in common, or all but a letter or two. */
  private static @Nullable Named renamed(Named lost, List<Named> gained) {
    return gained.stream()
        .limit(MOST)
        .filter(other -> other.type().equals(lost.type()) && alike(lost, other))
        .findFirst()
        .orElse(null);
  }

  private static boolean alike(Named one, Named other) {
    var theirs = other.words();
    boolean shared =
        one.words().stream().anyMatch(word -> word.length() > 2 && theirs.contains(word));
    int shorter = Math.min(one.name().length(), other.name().length());
    return shared
        || (shorter > 4 && distance(one.name(), other.name(), shorter / 4) <= shorter / 4);
  }

  /** How many letters differ, by position from both ends; more than {@code most} is not counted. */
  private static int distance(String one, String other, int most) {
    if (Math.abs(one.length() - other.length()) > most) {
      return most + 1;
    }
    int head = 0;
    int shorter = Math.min(one.length(), other.length());
    while (head < shorter && one.charAt(head) == other.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && one.charAt(one.length() - 1 - tail) == other.charAt(other.length() - 1 - tail)) {
      tail++;
    }
    return Math.max(one.length(), other.length()) - head - tail;
  }

  private static Map<String, Named> named(JsonNode tags) {
    var named = new LinkedHashMap<String, Named>();
    for (var entity : tags.path("entities")) {
      var id = entity.path("id").asText();
      named.putIfAbsent(
          id, new Named(id, entity.path("name").asText(), entity.path("type").asText()));
    }
    return named;
  }
}
