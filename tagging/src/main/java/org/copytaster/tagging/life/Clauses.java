package org.copytaster.tagging.life;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The clauses of one stretch: finds words of several kinds that stand in one of them, in any order.
 * Each kind is looked for once, so the time grows with the length of the stretch only.
 */
final class Clauses {

  /** So far may words stand from the next that they act with, in UTF-16 units. */
  private static final int GAP = 110;

  private static final int SHORTEST_TITLE = 8;

  private static final Pattern BREAK = Pattern.compile("[;!?\\n]");
  private static final Pattern TITLE = Pattern.compile("\"[^\"]{" + SHORTEST_TITLE + ",}+\"");

  /** Words of a kind, or a break between clauses where there is no kind. */
  private record Hit(int slot, int begin, int end) {}

  private final Segment segment;
  private final IdentityHashMap<Pattern, List<int[]>> found = new IdentityHashMap<>();
  private @Nullable BitSet titles;

  Clauses(Segment segment) {
    this.segment = segment;
  }

  /** Where the words of all slots of a rule begin and end, if they stand together. */
  Optional<int[]> find(LifeRule rule) {
    var hits = new ArrayList<Hit>();
    int wanted = 0;
    for (var slot : rule.slots()) {
      var words = found(slot.words());
      if (words.isEmpty() != slot.absent()) {
        return Optional.empty();
      }
      for (var each : words) {
        hits.add(new Hit(wanted, each[0], each[1]));
      }
      wanted += slot.absent() ? 0 : 1;
    }
    found(BREAK).forEach(each -> hits.add(new Hit(-1, each[0], each[1])));
    hits.sort(Comparator.comparingInt(Hit::begin));
    return together(hits, wanted);
  }

  private static Optional<int[]> together(List<Hit> hits, int wanted) {
    var last = new @Nullable Hit[wanted];
    for (var hit : hits) {
      if (hit.slot() < 0) {
        Arrays.fill(last, null);
        continue;
      }
      last[hit.slot()] = hit;
      var here = near(last);
      if (here != null) {
        return Optional.of(here);
      }
    }
    return Optional.empty();
  }

  private static int @Nullable [] near(@Nullable Hit[] last) {
    var ordered = new ArrayList<Hit>();
    for (var each : last) {
      if (each == null) {
        return null;
      }
      ordered.add(each);
    }
    ordered.sort(Comparator.comparingInt(Hit::begin));
    for (int i = 1; i < ordered.size(); i++) {
      int gap = ordered.get(i).begin() - ordered.get(i - 1).end();
      if (gap < 0 || gap > GAP) {
        return null;
      }
    }
    return new int[] {ordered.get(0).begin(), ordered.get(ordered.size() - 1).end()};
  }

  /** All places of words outside of titles, which speak of the story and not of what to do. */
  private List<int[]> found(Pattern words) {
    var known = found.get(words);
    if (known == null) {
      known = new ArrayList<>();
      var matcher = in(words);
      while (matcher.find()) {
        if (!titled(matcher.start())) {
          known.add(new int[] {matcher.start(), matcher.end()});
        }
      }
      found.put(words, known);
    }
    return known;
  }

  private boolean titled(int at) {
    if (titles == null) {
      titles = new BitSet();
      var matcher = in(TITLE);
      while (matcher.find()) {
        titles.set(matcher.start(), matcher.end());
      }
    }
    return titles.get(at);
  }

  private java.util.regex.Matcher in(Pattern pattern) {
    return pattern
        .matcher(segment.text().characters())
        .region(segment.begin(), segment.end())
        .useTransparentBounds(true);
  }
}
