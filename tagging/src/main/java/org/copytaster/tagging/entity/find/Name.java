package org.copytaster.tagging.entity.find;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.Identity;
import org.copytaster.tagging.text.Span;
import org.copytaster.tagging.text.Spelling;
import org.copytaster.tagging.text.Token;
import org.copytaster.tagging.text.Zone;
import org.copytaster.tagging.text.ZonedSpan;
import org.jspecify.annotations.Nullable;

/**
 * A name in the text that is not yet resolved.
 *
 * @param words its words
 * @param clue what its wording and neighbours tell
 * @param context the paragraph around it
 */
public record Name(
    ZonedSpan place, String surface, List<String> words, Clue clue, Context context) {

  /** In the order of the text; names do not overlap. */
  static final Comparator<Name> BY_PLACE = Comparator.comparingInt(Name::begin);

  /** How far a clue can be trusted. */
  public enum Trust {
    /** It is a name of its type. */
    SURE,
    /** A word in capitals for another reason, unless the rest of the text has it as a name. */
    ONLY_IF_KNOWN
  }

  /**
   * What tells about a name.
   *
   * @param known whom the gazetteer takes it for, or null
   */
  public record Clue(EntityType type, Trust trust, @Nullable Identity known) {

    /** A clue that needs no other. */
    public static Clue sure(EntityType type) {
      return new Clue(type, Trust.SURE, null);
    }

    static Clue onlyIfKnown() {
      return new Clue(EntityType.MISC, Trust.ONLY_IF_KNOWN, null);
    }
  }

  /**
   * Where a name stands in its paragraph.
   *
   * @param tokens those of the whole paragraph
   * @param begin the first token of the name
   * @param end the token behind it
   */
  public record Context(List<Token> tokens, int begin, int end) {

    /** The word at a place of the paragraph, or nothing outside of it. */
    public String word(int at) {
      return at >= 0 && at < tokens.size() ? tokens.get(at).surface() : "";
    }

    /** The word so many places in front of the name; 1 is the next. */
    public String before(int distance) {
      return word(begin - distance);
    }

    /** The word so many places behind the name; 1 is the next. */
    public String after(int distance) {
      return word(end - 1 + distance);
    }

    /** What stands from one token up to another, exclusive, in UTF-16 offsets. */
    public Span span(int from, int to) {
      return new Span(tokens.get(from).span().begin(), tokens.get(to - 1).span().end());
    }

    /** Whether both stand in one paragraph. */
    public boolean sameParagraph(Context other) {
      return tokens == other.tokens;
    }
  }

  /** The name that some tokens of a paragraph make. */
  public static Name of(String characters, Context context, Zone zone, Clue clue) {
    var span = context.span(context.begin(), context.end());
    var tokens = context.tokens().subList(context.begin(), context.end());
    var words = joined(tokens.stream().map(Token::surface).toList(), clue);
    return new Name(new ZonedSpan(span, zone), span.surface(characters), words, clue, context);
  }

  /** The words of a person's name with Kun - hee as one. */
  private static List<String> joined(List<String> words, Clue clue) {
    int hyphen = clue.type() == EntityType.PER ? words.indexOf("-") : -1;
    if (hyphen <= 0 || hyphen == words.size() - 1) {
      return words;
    }
    var joined = new ArrayList<>(words.subList(0, hyphen - 1));
    joined.add(words.get(hyphen - 1) + "-" + words.get(hyphen + 1));
    joined.addAll(words.subList(hyphen + 2, words.size()));
    return List.copyOf(joined);
  }

  /** Where the tokens of some names begin, in UTF-16 offsets. */
  static Set<Integer> tokenBegins(List<Name> names) {
    var begins = new HashSet<Integer>();
    for (var name : names) {
      var context = name.context();
      for (int i = context.begin(); i < context.end(); i++) {
        begins.add(context.tokens().get(i).span().begin());
      }
    }
    return begins;
  }

  /** The same name taken for something else. */
  Name as(EntityType type) {
    return new Name(place, surface, words, Clue.sure(type), context);
  }

  /** Its characters with one blank for each line break and the like, and none around a hyphen. */
  public String written() {
    var written = Spelling.of(surface).strip().replaceAll("\\s+", " ");
    return person() ? written.replace(" - ", "-") : written;
  }

  /** What it is by its clue. */
  public EntityType type() {
    return clue.type();
  }

  /** Whether it is a person by its clue. */
  public boolean person() {
    return clue.type() == EntityType.PER && clue.trust() != Trust.ONLY_IF_KNOWN;
  }

  /** Whether it stands where an article names those who made it. */
  public boolean staff() {
    return NameTyper.namesStaff(place.zone());
  }

  /** UTF-16 offset of its first character. */
  public int begin() {
    return place.begin();
  }
}
