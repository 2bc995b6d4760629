package org.copytaster.tagging.entity.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.Identity;
import org.copytaster.tagging.entity.find.Name.Clue;
import org.copytaster.tagging.entity.find.Name.Context;
import org.copytaster.tagging.entity.find.Name.Trust;
import org.copytaster.tagging.text.Span;
import org.copytaster.tagging.text.Token;
import org.copytaster.tagging.text.ZonedSpan;
import org.jspecify.annotations.Nullable;

/**
 * Finds countries that stand in one word with something else: both of "DPRK-Russia", North Korea in
 * "anti-North Korean", and a country whose blank was lost, "NorthKorea".
 */
public final class CompoundCountries {

  private static final Pattern HYPHEN = Pattern.compile("[-‐‑–/]");
  private static final Pattern LOST_BLANK = Pattern.compile("(?<=\\p{Ll}{2})(?=\\p{Lu}\\p{Ll})");
  private static final Set<String> PREFIXES =
      Set.of("anti", "pro", "non", "ex", "pan", "pre", "post", "trans");

  private final Gazetteer gazetteer;
  private final Countries countries;

  /** Finds them by these countries; may be shared. */
  public CompoundCountries(Gazetteer gazetteer, Countries countries) {
    this.gazetteer = gazetteer;
    this.countries = countries;
  }

  /** A stretch of tokens and the names that it is in truth. */
  private record Found(Context context, List<Name> names) {}

  /** The names with those of compounds in the place of what was there, in the order of the text. */
  public List<Name> with(List<Name> names, List<Passage> passages, String characters) {
    var found = new ArrayList<Found>();
    for (var passage : passages) {
      for (int i = 0; i < passage.tokens().size(); i++) {
        var compound = compound(passage, i, characters);
        if (compound != null) {
          found.add(compound);
        }
      }
    }
    if (found.isEmpty()) {
      return names;
    }
    var all = new TreeMap<Integer, Name>();
    names.forEach(name -> all.put(name.begin(), name));
    found.forEach(compound -> replace(all, compound));
    return List.copyOf(all.values());
  }

  /** A name that goes on beyond the compound, such as that of a war, stays what it is. */
  private static void replace(NavigableMap<Integer, Name> all, Found compound) {
    var context = compound.context();
    int begin = context.tokens().get(context.begin()).span().begin();
    int end = context.tokens().get(context.end() - 1).span().end();
    var before = all.lowerEntry(begin);
    boolean longer = before != null && before.getValue().place().end() > begin;
    var covered = all.subMap(begin, true, end, false);
    longer |= !covered.isEmpty() && covered.lastEntry().getValue().place().end() > end;
    if (!longer) {
      covered.clear();
      compound.names().forEach(name -> all.put(name.begin(), name));
    }
  }

  private @Nullable Found compound(Passage passage, int at, String characters) {
    var surface = passage.tokens().get(at).surface();
    boolean hyphen = false;
    boolean capital = false;
    for (int i = 1; i < surface.length(); i++) {
      char c = surface.charAt(i);
      hyphen |= c == '-' || c == '‐' || c == '‑' || c == '–' || c == '/';
      capital |= Character.isUpperCase(c);
    }
    if (!capital || !hyphen) {
      return capital ? slip(passage, at, characters) : null;
    }
    var first = HYPHEN.split(surface, 2)[0].toLowerCase(Locale.ROOT);
    return PREFIXES.contains(first) ? prefixed(passage, at, characters) : pair(passage, at);
  }

  /** NorthKorea, where the two words are a country and the one is not. */
  private @Nullable Found slip(Passage passage, int at, String characters) {
    var surface = passage.tokens().get(at).surface();
    if (surface.length() < 7 || !LOST_BLANK.matcher(surface).find()) {
      return null;
    }
    var country = gazetteer.country(List.of(LOST_BLANK.split(surface)));
    if (country == null) {
      return null;
    }
    var context = new Context(passage.tokens(), at, at + 1);
    var name = Name.of(characters, context, passage.zone(), clue(EntityType.LOC, country));
    return new Found(context, List.of(name));
  }

  /** DPRK-Russia: nothing but countries. */
  private @Nullable Found pair(Passage passage, int at) {
    var token = passage.tokens().get(at);
    var context = new Context(passage.tokens(), at, at + 1);
    var names = new ArrayList<Name>();
    int begin = 0;
    var hyphens = HYPHEN.matcher(token.surface());
    boolean more = hyphens.find();
    while (begin <= token.surface().length()) {
      int end = more ? hyphens.start() : token.surface().length();
      var part = token.surface().substring(begin, end);
      var country = part.isEmpty() ? null : gazetteer.country(List.of(part));
      if (country == null) {
        return null;
      }
      var span = new Span(token.span().begin() + begin, token.span().begin() + end);
      var clue = clue(EntityType.LOC, country);
      var place = new ZonedSpan(span, passage.zone());
      names.add(new Name(place, part, List.of(part), clue, context));
      begin = end + 1;
      more = more && hyphens.find();
    }
    return names.size() < 2 ? null : new Found(context, names);
  }

  /** Anti-North Korean: the adjective, or the country, behind the prefix. */
  private @Nullable Found prefixed(Passage passage, int at, String characters) {
    var tokens = passage.tokens();
    var token = tokens.get(at);
    int prefix = HYPHEN.split(token.surface(), 2)[0].length() + 1;
    var rest = token.surface().substring(prefix);
    if (rest.isEmpty() || !Character.isUpperCase(rest.charAt(0))) {
      return null;
    }
    for (int length = at + 1 < tokens.size() ? 2 : 1; length > 0; length--) {
      Token last = tokens.get(at + length - 1);
      var words = length == 2 ? List.of(rest, last.surface()) : List.of(rest);
      var country = gazetteer.country(words);
      var people = countries.ofDemonym(words);
      if (country != null || people != null) {
        var context = new Context(tokens, at, at + length);
        var span = new Span(token.span().begin() + prefix, last.span().end());
        var clue = country == null ? Clue.sure(EntityType.MISC) : clue(EntityType.LOC, country);
        var place = new ZonedSpan(span, passage.zone());
        var name = new Name(place, span.surface(characters), words, clue, context);
        return new Found(context, List.of(name));
      }
    }
    return null;
  }

  private static Clue clue(EntityType type, Identity country) {
    return new Clue(type, Trust.SURE, country);
  }
}
