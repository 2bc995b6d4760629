package org.copytaster.tagging.entity.resolve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.copytaster.tagging.entity.Fold;
import org.copytaster.tagging.entity.find.NameCues;
import org.copytaster.tagging.entity.find.NameCues.Kind;
import org.jspecify.annotations.Nullable;

/**
 * By which words the bodies of one text are called, and which longer name a shorter one leads to.
 * One order of words stands for all: the Supreme Court of Utah is the Utah Supreme Court, the
 * Department of State is the State Department, whatever is of the United States begins with them.
 */
final class BodyForms {

  /** Longer ones have no shorter forms, so that time stays linear. */
  private static final int LONGEST = 10;

  /** More bodies of one shorter form are not told apart. */
  private static final int MOST_BEARERS = 6;

  private static final List<String> STATES = List.of("united", "states");
  private static final String NATION = "united states ";
  private static final Set<String> BUREAUS = Set.of("department", "ministry", "embassy");
  private static final Set<String> LINKS = Set.of("of", "for", "the", "de");

  /** Behind these a town or a state alone is a short form: Kansas for the University of Kansas. */
  private static final Set<String> SCHOOLS = Set.of("university", "college");

  private final NameCues cues;
  private final Map<String, Set<String>> forms = new LinkedHashMap<>();
  private final Map<String, String> last = new LinkedHashMap<>();

  BodyForms(NameCues cues) {
    this.cues = cues;
  }

  /** The words of a name, folded and in the one order. */
  static List<String> ordered(List<String> words) {
    var folded = new ArrayList<String>();
    for (var word : words) {
      folded.addAll(List.of(Fold.key(List.of(word)).split(" ", -1)));
    }
    boolean states = folded.size() > 1 && Fold.withoutStops(folded.get(0)).equals("us");
    if (states && !words.get(0).equals("us")) {
      folded.remove(0);
      folded.addAll(0, STATES);
    }
    int of = folded.indexOf("of");
    if (of < 1 || of == folded.size() - 1) {
      return folded;
    }
    var head = folded.subList(0, of);
    int begin = folded.get(of + 1).equals("the") && of + 2 < folded.size() ? of + 2 : of + 1;
    var tail = folded.subList(begin, folded.size());
    boolean bureau = BUREAUS.contains(head.get(of - 1)) && !tail.contains("of");
    boolean court = head.get(of - 1).equals("court") && of > 1 && !tail.contains("of");
    if (bureau || court || tail.equals(STATES)) {
      int front = bureau ? leading(head) : 0;
      var turned = new ArrayList<>(head.subList(0, front));
      turned.addAll(tail);
      turned.addAll(head.subList(front, of));
      return turned;
    }
    return folded;
  }

  /** The United States stay in front of their departments. */
  private static int leading(List<String> head) {
    return head.size() > 2 && head.subList(0, 2).equals(STATES) ? 2 : 0;
  }

  /** Files the shorter forms of a name of several words. */
  void introduce(List<String> words, String key) {
    if (words.size() < 2 || words.size() > LONGEST) {
      return;
    }
    boolean part = isInstitution(words.get(words.size() - 1));
    boolean school = SCHOOLS.contains(words.get(0));
    for (int i = 1; i < words.size(); i++) {
      if (!part) {
        file(String.join(" ", words.subList(0, i)), key);
      }
      if (school || !LINKS.contains(words.get(i - 1))) {
        file(String.join(" ", words.subList(i, words.size())), key);
      }
    }
    boolean states = words.size() > 3 && words.subList(0, 2).equals(STATES);
    if (states) {
      introduce(words.subList(2, words.size()), key);
    }
    if (words.size() > 2 && !part) {
      file(words.get(0) + " " + words.get(words.size() - 1), key);
    }
  }

  /** No word is none: the key of a name that ends in a dash has an empty one. */
  private boolean isInstitution(String word) {
    return !word.isEmpty()
        && cues.is(Kind.INSTITUTION, Character.toUpperCase(word.charAt(0)) + word.substring(1));
  }

  private void file(String form, String key) {
    if (form.length() > 1 && !form.equals(key)) {
      var bodies = forms.computeIfAbsent(form, absent -> new LinkedHashSet<>());
      if (bodies.size() < MOST_BEARERS) {
        bodies.add(key);
      }
    }
  }

  /** The longest name that a shorter one leads to, or null if it leads to none, or to several. */
  @Nullable String longest(String key) {
    var seen = new HashSet<String>();
    var longest = key;
    while (seen.add(longest)) {
      longest = extended(longest);
    }
    return longest.equals(key) ? null : longest;
  }

  private String extended(String key) {
    var bodies = forms.getOrDefault(key, Set.of());
    if (bodies.isEmpty() && key.startsWith(NATION)) {
      return chamber(key);
    }
    if (bodies.size() == 1) {
      return bodies.iterator().next();
    }
    // What only lacks the country is that body, also where something else is called after it.
    if (bodies.contains(NATION + key)) {
      return NATION + key;
    }
    // One of several, and the others are called after it: all lead to the same longest name.
    var whole = bodies.stream().filter(body -> bodies.stream().allMatch(b -> within(b, body)));
    return whole.findFirst().or(() -> lastOf(key, bodies)).orElse(key);
  }

  /** The U.S. House is the House of Representatives where the text has no other. */
  private String chamber(String key) {
    var rest = key.substring(NATION.length());
    var others = new ArrayList<>(forms.getOrDefault(rest, Set.of()));
    others.remove(key);
    boolean whole = others.size() == 1 && others.get(0).startsWith(rest + " of ");
    return whole ? others.get(0) : key;
  }

  private static boolean within(String shorter, String longer) {
    return (" " + longer + " ").contains(" " + shorter + " ");
  }

  /** "The court" is the one that was named last. */
  private Optional<String> lastOf(String key, Set<String> bodies) {
    var named = last.get(key);
    return named != null && bodies.contains(named) ? Optional.of(named) : Optional.empty();
  }

  /** Remembers the body that was named, for shorter forms that several have. */
  void named(String key) {
    var words = key.split(" ", -1);
    if (words.length > 1 && words.length <= LONGEST && isInstitution(words[words.length - 1])) {
      for (int i = 1; i < words.length; i++) {
        last.put(String.join(" ", List.of(words).subList(i, words.length)), key);
      }
    }
  }
}
