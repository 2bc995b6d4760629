package org.copytaster.tagging.entity.resolve;

import java.util.Arrays;
import java.util.List;
import org.copytaster.tagging.entity.Attribute;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.Role;
import org.copytaster.tagging.entity.find.Name;
import org.copytaster.tagging.text.Zone;

/**
 * How much an article is about an entity: how often it is named against the most often named, how
 * early, whether in the headline, and whether it acts. {@code docs/entities.md} has the formula.
 */
final class Salience {

  private static final double FREQUENCY = 0.4;
  private static final double POSITION = 0.25;
  private static final double HEADLINE = 0.25;
  private static final double ACTING = 0.1;

  /** Named fewer times than this, nobody is often named. */
  private static final int OFTEN = 3;

  /** Countries act; towns are mostly where something happens. */
  private static final double COUNTRY = 0.8;

  private static final double PLACE = 0.7;
  private static final double OTHER = 0.6;
  private static final double STAFF = 0.1;

  /** A people's word names its country half as strongly as the country's own name. */
  private static final double DEMONYM = 0.5;

  /** Sentences after which half of the weight of a position is gone. */
  private static final double HALF = 4;

  /** The article is about who has this much. */
  private static final double SUBJECT = 0.5;

  private final int[] sentences;
  private final double most;

  /**
   * Measures one text.
   *
   * @param sentences UTF-16 offsets at which the sentences of the body begin, in order
   */
  Salience(int[] sentences, List<EntityDraft> parts) {
    this.sentences = sentences;
    double often = OFTEN;
    for (var part : parts) {
      if (!made(part)) {
        often = Math.max(often, frequency(part));
      }
    }
    this.most = often;
  }

  /** From 0 to 1, in steps of a thousandth. */
  double of(EntityDraft part) {
    double often = frequency(part) / most;
    boolean headline = part.names().stream().anyMatch(name -> name.place().zone() == Zone.HEADLINE);
    double sum =
        FREQUENCY * often
            + POSITION * position(part, headline)
            + (headline ? HEADLINE : 0)
            + (acts(part) ? ACTING : 0);
    double factor = made(part) ? STAFF : factor(part);
    return Math.round(1000 * sum * factor) / 1000.0;
  }

  boolean subject(EntityDraft part) {
    return part.type() != EntityType.MISC && !made(part) && of(part) >= SUBJECT;
  }

  private static boolean made(EntityDraft part) {
    boolean elsewhere = part.names().stream().anyMatch(name -> told(name) > 0);
    return part.staff() || (!elsewhere && part.roles().stream().anyMatch(Role::staff));
  }

  private static double factor(EntityDraft part) {
    var known = part.known();
    return switch (part.type()) {
      case PER, ORG -> 1;
      case LOC -> known != null && known.knowledgeBaseId() != null ? COUNTRY : PLACE;
      case MISC -> OTHER;
    };
  }

  private static boolean acts(EntityDraft part) {
    return part.roles().contains(Role.QUOTED)
        || part.attributes().stream().anyMatch(attribute -> describes(attribute.kind()));
  }

  private static boolean describes(Attribute.Kind kind) {
    return kind == Attribute.Kind.TITLE || kind == Attribute.Kind.ROLE;
  }

  private static double frequency(EntityDraft part) {
    double sum = 0;
    for (var name : part.names()) {
      boolean demonym = part.type() == EntityType.LOC && name.type() == EntityType.MISC;
      sum += demonym ? DEMONYM * told(name) : told(name);
    }
    return sum;
  }

  /** What a mention counts: datelines and other articles' teasers say little of this one. */
  private static double told(Name name) {
    return switch (name.place().zone()) {
      case HEADLINE, BODY -> 1;
      case CAPTION -> 0.5;
      default -> 0;
    };
  }

  private double position(EntityDraft part, boolean headline) {
    if (headline) {
      return 1;
    }
    for (var name : part.names()) {
      if (name.place().zone() == Zone.BODY) {
        return HALF / (HALF + sentencesBefore(name.begin()));
      }
    }
    return 0;
  }

  private int sentencesBefore(int offset) {
    int found = Arrays.binarySearch(sentences, offset);
    return Math.max(0, found >= 0 ? found : -found - 2);
  }
}
