package org.copytaster.tagging.entity.find;

import java.util.ArrayList;
import java.util.List;
import org.copytaster.tagging.entity.EntityType;

/**
 * The tags that tokens get: outside, or begin, inside, last and unit of a mention of each type
 * (BILOU; Ratinov and Roth, Design Challenges in Named Entity Recognition, CoNLL 2009, section
 * 3.2).
 */
public final class TokenTags {

  /** The order in which models have the types. */
  private static final List<EntityType> ORDER =
      List.of(EntityType.PER, EntityType.ORG, EntityType.LOC, EntityType.MISC);

  /** How many tags there are. */
  public static final int COUNT = 1 + 4 * ORDER.size();

  /** How many types there are, with none at all as one. */
  static final int TYPES = 1 + ORDER.size();

  static final int OUTSIDE = 0;
  private static final int BEGIN = 0;
  private static final int INSIDE = 1;
  private static final int LAST = 2;
  private static final int UNIT = 3;
  private static final int[][] BEFORE = before();

  private TokenTags() {}

  /** A stretch of tokens, half-open, and what it is. */
  public record Stretch(int begin, int end, EntityType type) {

    /** Whether a token is one of it. */
    public boolean has(int place) {
      return begin <= place && place < end;
    }
  }

  /** The tags that can stand in front of each tag. */
  static int[] before(int tag) {
    return BEFORE[tag];
  }

  /** Whether a sentence can begin with a tag. */
  static boolean begins(int tag) {
    return follows(OUTSIDE, tag);
  }

  /** Whether a sentence can end with a tag. */
  static boolean ends(int tag) {
    return follows(tag, OUTSIDE);
  }

  private static int[][] before() {
    var all = new int[COUNT][];
    for (int tag = 0; tag < COUNT; tag++) {
      var some = new ArrayList<Integer>();
      for (int first = 0; first < COUNT; first++) {
        if (follows(first, tag)) {
          some.add(first);
        }
      }
      all[tag] = some.stream().mapToInt(Integer::intValue).toArray();
    }
    return all;
  }

  private static boolean follows(int first, int second) {
    boolean open = first != OUTSIDE && place(first) <= INSIDE;
    boolean inner = second != OUTSIDE && (place(second) == INSIDE || place(second) == LAST);
    return open ? inner && type(first) == type(second) : !inner;
  }

  private static int place(int tag) {
    return (tag - 1) % 4;
  }

  /** Whether a tag is one of MISC. */
  static boolean isMisc(int tag) {
    return tag != OUTSIDE && type(tag) == EntityType.MISC;
  }

  /** The number of a tag's type, 0 for none. */
  static int number(byte tag) {
    return (tag + 3) / 4;
  }

  private static EntityType type(int tag) {
    return ORDER.get((tag - 1) / 4);
  }

  /** The tags of a sentence with these mentions. */
  public static byte[] of(int length, List<Stretch> stretches) {
    var tags = new byte[length];
    for (var stretch : stretches) {
      int first = 1 + 4 * ORDER.indexOf(stretch.type());
      for (int i = stretch.begin(); i < stretch.end(); i++) {
        boolean begin = i == stretch.begin();
        boolean last = i == stretch.end() - 1;
        tags[i] = (byte) (first + (begin ? (last ? UNIT : BEGIN) : last ? LAST : INSIDE));
      }
    }
    return tags;
  }

  /** The mentions that the tags of a sentence make. */
  public static List<Stretch> stretches(byte[] tags) {
    var stretches = new ArrayList<Stretch>();
    int begin = 0;
    for (int i = 0; i < tags.length; i++) {
      if (tags[i] == OUTSIDE) {
        continue;
      }
      int place = place(tags[i]);
      begin = place == BEGIN || place == UNIT ? i : begin;
      if (place == LAST || place == UNIT) {
        stretches.add(new Stretch(begin, i + 1, type(tags[i])));
      }
    }
    return stretches;
  }
}
