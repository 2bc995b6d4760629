package org.copytaster.enrich.entity;

import java.util.List;
import org.copytaster.enrich.text.Span;
import org.copytaster.enrich.text.Token;
import org.copytaster.enrich.text.Zone;
import org.copytaster.enrich.text.ZonedSpan;
import org.jspecify.annotations.Nullable;

/**
 * A name in the text that is not yet resolved.
 *
 * @param words its words
 * @param clue what its wording and neighbours tell
 */
record Name(ZonedSpan place, String surface, List<String> words, Clue clue) {

  /** How far a clue can be trusted. */
  enum Trust {
    SURE,
    /** A word in capitals for another reason, unless the rest of the text has it as a name. */
    ONLY_IF_KNOWN
  }

  /**
   * What tells about a name.
   *
   * @param known whom the gazetteer takes it for, or null
   */
  record Clue(EntityType type, Trust trust, @Nullable Identity known) {

    static Clue sure(EntityType type) {
      return new Clue(type, Trust.SURE, null);
    }

    static Clue onlyIfKnown() {
      return new Clue(EntityType.MISC, Trust.ONLY_IF_KNOWN, null);
    }
  }

  /** The name that some tokens of a text make. */
  static Name of(String characters, List<Token> tokens, Zone zone, Clue clue) {
    var span = new Span(tokens.get(0).span().begin(), tokens.get(tokens.size() - 1).span().end());
    var words = tokens.stream().map(Token::surface).toList();
    return new Name(new ZonedSpan(span, zone), span.surface(characters), words, clue);
  }

  boolean person() {
    return clue.type() == EntityType.PER && clue.trust() != Trust.ONLY_IF_KNOWN;
  }

  /** Whether it stands where an article names those who made it. */
  boolean staff() {
    return NameTyper.namesStaff(place.zone());
  }

  String lastWord() {
    return words.get(words.size() - 1);
  }
}
