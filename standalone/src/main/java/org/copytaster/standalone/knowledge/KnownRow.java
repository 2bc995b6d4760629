package org.copytaster.standalone.knowledge;

import java.util.LinkedHashSet;
import java.util.Set;
import org.copytaster.tagging.entity.known.Bearer;
import org.copytaster.tagging.entity.known.Bearer.Description;
import org.copytaster.tagging.entity.known.Bearer.Term;
import org.copytaster.tagging.entity.known.KnownKey;

/** One bearer of names on its way into a table, with its other names. */
record KnownRow(Bearer bearer, Set<String> aliases) {

  /** Longer descriptions are cut; nobody reads more, and every row would pay for it. */
  private static final int LONGEST = 120;

  String key() {
    return KnownKey.of(bearer.type(), bearer.name());
  }

  String scheme() {
    int colon = bearer.id().indexOf(':');
    return colon < 0 ? "" : bearer.id().substring(0, colon);
  }

  /** One who is the same, with other offices: the id and the name stay. */
  KnownRow with(KnownRow other) {
    var described = bearer.described();
    var text = described.text();
    var more = other.bearer.described().text();
    if (!more.isEmpty() && !text.contains(more)) {
      text = text.isEmpty() ? more : text + "; " + more;
    }
    var mine = bearer.term();
    var theirs = other.bearer.term();
    var term =
        new Term(
            mine.country().isEmpty() ? theirs.country() : mine.country(),
            earlier(mine.from(), theirs.from()),
            mine.to() == 0 || theirs.to() == 0 ? 0 : Math.max(mine.to(), theirs.to()),
            Math.max(mine.weight(), theirs.weight()));
    return new KnownRow(
        new Bearer(
            bearer.id(),
            bearer.type(),
            bearer.name(),
            new Description(described.kind(), text.substring(0, Math.min(LONGEST, text.length()))),
            term),
        names(other));
  }

  /** One who is the same and of whom nothing but names is taken. */
  KnownRow withNamesOf(KnownRow other) {
    return new KnownRow(bearer, names(other));
  }

  private Set<String> names(KnownRow other) {
    var all = new LinkedHashSet<>(aliases);
    all.addAll(other.aliases);
    all.add(other.bearer.name());
    all.remove(bearer.name());
    return all;
  }

  private static int earlier(int a, int b) {
    return a == 0 || b == 0 ? Math.max(a, b) : Math.min(a, b);
  }
}
