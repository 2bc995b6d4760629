package org.copytaster.formats.copy;

import java.util.Collection;
import java.util.Comparator;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What somebody may have meant who wrote a name that there is not. */
final class Nearest {

  private Nearest() {}

  /** The one of {@code known} that takes the fewest edits to get to from {@code name}. */
  static String to(String name, Collection<String> known) {
    var distance = LevenshteinDistance.getDefaultInstance();
    return known.stream()
        .min(Comparator.comparing(other -> distance.apply(name, other)))
        .orElse("none");
  }
}
