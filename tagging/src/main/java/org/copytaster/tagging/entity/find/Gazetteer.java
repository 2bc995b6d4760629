package org.copytaster.tagging.entity.find;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.Identity;
import org.copytaster.tagging.text.Span;
import org.copytaster.tagging.text.Table;
import org.copytaster.tagging.text.Token;
import org.copytaster.tagging.text.Tokens;
import org.jspecify.annotations.Nullable;

/** Names that are known beforehand, by their first word. */
public final class Gazetteer {

  /** A known name: its words and whom it means. */
  public record Known(List<String> words, Identity identity) {}

  private final Map<String, List<Known>> byFirstWord = new HashMap<>();
  private final Set<Identity> countries = new HashSet<>();
  private final Tokens tokens;

  private Gazetteer(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The gazetteer of this version. */
  public static Gazetteer read(Tokens tokens) {
    var gazetteer = new Gazetteer(tokens);
    gazetteer.addCountries();
    gazetteer.addAll("places.tsv", EntityType.LOC);
    gazetteer.addAll("organisations.tsv", EntityType.ORG);
    gazetteer.addAll("nationals.tsv", EntityType.MISC);
    for (var names : gazetteer.byFirstWord.values()) {
      names.sort(Comparator.comparing((Known known) -> known.words().size()).reversed());
    }
    return gazetteer;
  }

  private void addCountries() {
    for (var code : Locale.getISOCountries()) {
      var name = nameOf(code);
      addCountry(name, Identity.country(code, name));
    }
    for (var row : Table.read(EntityType.class, "countries.tsv").rows()) {
      var code = row.get(1);
      boolean country = code.length() == 2;
      addCountry(
          row.get(0),
          country
              ? Identity.country(code, nameOf(code))
              : Identity.local(EntityType.LOC, row.get(row.size() > 2 ? 2 : 0)));
    }
  }

  /** The country with just this name, of today or of the past, or null. */
  @Nullable Identity country(List<String> words) {
    for (var known : byFirstWord.getOrDefault(words.get(0), List.of())) {
      if (known.words().equals(words) && isCountry(known)) {
        return known.identity();
      }
    }
    return null;
  }

  private void addCountry(String name, Identity identity) {
    countries.add(identity);
    add(name, identity);
  }

  /** The English name of a country by its ISO 3166 code. */
  static String nameOf(String code) {
    return new Locale("", code).getDisplayCountry(Locale.ENGLISH);
  }

  private void addAll(String table, EntityType type) {
    for (var row : Table.read(EntityType.class, table).rows()) {
      add(row.get(0), Identity.local(type, row.get(row.size() - 1)));
    }
  }

  private void add(String name, Identity identity) {
    var words = tokens.of(name, new Span(0, name.length())).stream().map(Token::surface).toList();
    byFirstWord
        .computeIfAbsent(words.get(0), first -> new ArrayList<>())
        .add(new Known(words, identity));
  }

  /** Whether a known name is that of a country, of today or of the past. */
  public boolean isCountry(Known known) {
    return countries.contains(known.identity());
  }

  /** The longest known name that begins with token {@code at}, or null; MOSCOW is Moscow too. */
  public @Nullable Known longestAt(List<Token> tokens, int at) {
    var asWritten = longestAt(tokens, at, Token::surface);
    return asWritten == null && tokens.get(at).allCapitals()
        ? longestAt(tokens, at, Gazetteer::lowered)
        : asWritten;
  }

  private @Nullable Known longestAt(List<Token> tokens, int at, Function<Token, String> wording) {
    for (var known : byFirstWord.getOrDefault(wording.apply(tokens.get(at)), List.of())) {
      if (matches(known, tokens, at, wording)) {
        return known;
      }
    }
    return null;
  }

  private static boolean matches(
      Known known, List<Token> tokens, int at, Function<Token, String> wording) {
    if (at + known.words().size() > tokens.size()) {
      return false;
    }
    for (int i = 0; i < known.words().size(); i++) {
      if (!known.words().get(i).equals(wording.apply(tokens.get(at + i)))) {
        return false;
      }
    }
    return true;
  }

  /** Short words in capitals stay as they are: US is no us. */
  private static String lowered(Token token) {
    return token.surface().length() > 2 ? Capitals.lowered(token.surface()) : token.surface();
  }
}
