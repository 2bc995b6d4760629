package org.copytaster.tagging.entity.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.copytaster.tagging.entity.Attribute;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.Fold;
import org.copytaster.tagging.entity.Identity;
import org.copytaster.tagging.entity.find.Countries;
import org.copytaster.tagging.entity.find.Name;
import org.copytaster.tagging.entity.find.NameCues;
import org.copytaster.tagging.entity.find.NameCues.Kind;
import org.copytaster.tagging.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Which organisations of one text are the same: with and without legal form, by acronym, by the
 * first or the last words of the full name if only one name of the text has them.
 */
final class Organisations {

  /** Longer ones have no shorter forms, so that time stays linear. */
  private static final int LONGEST = 10;

  /** Stands for a shorter form that several names of the text have. */
  private static final String SEVERAL = "";

  private final NameCues cues;
  private final Countries countries;
  private final Map<String, EntityDraft> parts = new LinkedHashMap<>();
  private final Map<String, String> acronyms = new HashMap<>();
  private final Map<String, String> given = new HashMap<>();
  private final BodyForms forms;
  private final Map<String, String> lastNation = new HashMap<>();
  private final Map<Integer, Identity> owners = new HashMap<>();

  Organisations(NameCues cues, Countries countries) {
    this.cues = cues;
    this.countries = countries;
    this.forms = new BodyForms(cues);
  }

  /** Reads all names of organisations before any of them is resolved. */
  void introduce(List<Name> names) {
    Name before = null;
    for (var name : names) {
      var words = core(name.words());
      var key = key(words);
      if (words.size() > 1 && words.size() <= LONGEST) {
        file(acronyms, initials(words, false), key);
        file(acronyms, initials(words, true), key);
        forms.introduce(BodyForms.ordered(words), key);
      }
      if (before != null) {
        acronymInBrackets(before, name);
      }
      before = name;
    }
  }

  /** Keeps the country in front of a body: South Korea's Unification Ministry. */
  void possessed(List<Name> names) {
    for (int i = 1; i < names.size(); i++) {
      var country = names.get(i - 1).clue().known();
      var context = names.get(i).context();
      boolean possessive = context.before(1).equals("'s") || context.before(1).equals("’s");
      boolean adjacent =
          context.sameParagraph(names.get(i - 1).context())
              && names.get(i - 1).context().end() == context.begin() - 1;
      if (country != null && country.knowledgeBaseId() != null && possessive && adjacent) {
        owners.put(names.get(i).begin(), country);
      }
    }
  }

  private static String key(List<String> words) {
    return String.join(" ", BodyForms.ordered(words));
  }

  private static void file(Map<String, String> forms, String form, String key) {
    if (form.length() > 1) {
      forms.merge(form, key, (a, b) -> a.equals(b) ? a : SEVERAL);
    }
  }

  /** World Health Organization (WHO); what stands in the brackets need not be its initials. */
  private void acronymInBrackets(Name before, Name name) {
    var context = name.context();
    boolean brackets =
        context.sameParagraph(before.context())
            && before.context().end() == context.begin() - 1
            && context.before(1).equals("(")
            && context.after(1).equals(")");
    if (!brackets) {
      return;
    }
    var first = core(before.words());
    var second = core(name.words());
    if (isAcronym(second) && first.size() > 1) {
      given.putIfAbsent(acronym(second), key(first));
    } else if (isAcronym(first) && second.size() > 1) {
      given.putIfAbsent(acronym(first), key(second));
    }
  }

  private static boolean isAcronym(List<String> words) {
    if (words.size() != 1) {
      return false;
    }
    var word = Fold.withoutStops(words.get(0));
    long capitals = word.chars().filter(Character::isUpperCase).count();
    return capitals >= 2 && 2 * capitals > word.length();
  }

  private static String acronym(List<String> words) {
    return Fold.of(Fold.withoutStops(words.get(0)));
  }

  /** Initials of the words in capitals, with or without those of the small words between. */
  private static String initials(List<String> words, boolean smallToo) {
    var initials = new StringBuilder();
    for (var word : words) {
      for (var piece : word.split("-", -1)) {
        boolean counts = !piece.isEmpty() && (smallToo || Character.isUpperCase(piece.charAt(0)));
        if (counts && Character.isLetter(piece.charAt(0))) {
          initials.append(piece.charAt(0));
        }
      }
    }
    return initials.length() < 2 ? "" : Fold.of(initials.toString());
  }

  /** The name without article and legal form: Siemens for Siemens AG. */
  private List<String> core(List<String> words) {
    int begin = words.size() > 1 && words.get(0).equalsIgnoreCase("the") ? 1 : 0;
    int end = words.size();
    while (end > begin + 1 && isLegalForm(words.get(end - 1))) {
      end--;
    }
    return words.subList(begin, end);
  }

  private boolean isLegalForm(String word) {
    return cues.is(Kind.LEGAL_FORM, word) || word.equals("&") || word.equals(",");
  }

  /** Which organisation a name means. */
  EntityDraft resolve(Name name) {
    var words = core(name.words());
    var own = key(words);
    var longer = longer(words, own, name.clue().known() != null);
    var of = longer == null ? own : longer;
    var nation = nation(name);
    var within = nation == null ? lastNation.getOrDefault(of, "") : nation.name();
    lastNation.put(of, within);
    forms.named(of);
    var part =
        parts.computeIfAbsent(of + "|" + within, key -> new EntityDraft(EntityType.ORG, false));
    if (longer == null) {
      part.formal(name);
      part.know(name.clue().known());
    }
    if (nation != null) {
      part.within(nation.name());
      part.say(Attribute.Kind.CONTAINER, nation.name(), nationSpan(name));
    }
    return part;
  }

  private Span nationSpan(Name name) {
    var context = name.context();
    int end = context.begin() - (owners.containsKey(name.begin()) ? 1 : 0);
    return context.span(end - 1, end);
  }

  /** The country whose people stand in front of a ministry, or null. */
  private @Nullable Identity nation(Name name) {
    if (!cues.is(Kind.INSTITUTION, name.words().get(name.words().size() - 1))) {
      return null;
    }
    var owner = owners.get(name.begin());
    if (owner != null) {
      return owner;
    }
    var context = name.context();
    int length = countries.demonymBefore(context, context.begin());
    var words = new ArrayList<String>();
    for (int i = length; i > 0; i--) {
      words.add(context.before(i));
    }
    return length == 0 ? null : countries.ofDemonym(words);
  }

  /** A body that is known by just these words does not begin a longer name: United Nations. */
  private @Nullable String longer(List<String> words, String own, boolean known) {
    if (isAcronym(words)) {
      var acronym = acronym(words);
      var whole = given.getOrDefault(acronym, acronyms.getOrDefault(acronym, SEVERAL));
      if (!whole.equals(SEVERAL) && !whole.equals(own)) {
        var longest = forms.longest(whole);
        return longest == null ? whole : longest;
      }
    }
    var longest = forms.longest(own);
    boolean begins = known && longest != null && !longest.endsWith(" " + own);
    return begins ? null : longest;
  }

  /**
   * Lets an acronym tell who the full name is where the full name itself is not known; called when
   * all names are resolved.
   */
  void learnFromShorterForms() {
    for (var part : parts.values()) {
      for (var name : part.names()) {
        var known = name.clue().known();
        if (part.known() == null && known != null && isAcronym(core(name.words()))) {
          part.know(known);
        }
      }
    }
  }
}
