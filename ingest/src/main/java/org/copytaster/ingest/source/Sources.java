package org.copytaster.ingest.source;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The sources at one moment, by name; never changes. */
public final class Sources {

  /** None at all. */
  public static final Sources NONE = new Sources(List.of(), false);

  private final TreeMap<String, Source> byName = new TreeMap<>();
  private final boolean incomplete;

  /**
   * These sources; of two with one name the first stays, see {@link #clash}.
   *
   * @param incomplete whether there is a file that could not be taken and never could
   */
  public Sources(Collection<Source> sources, boolean incomplete) {
    this.incomplete = incomplete;
    sources.forEach(source -> byName.putIfAbsent(source.name(), source));
  }

  /** In the order of their names. */
  public List<Source> all() {
    return List.copyOf(byName.values());
  }

  /** The source of this name. */
  public Optional<Source> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * Whether a push needs a credential. A file that cannot be read counts as one that asks for one:
   * a slip in it must not open the door.
   */
  public boolean guarded() {
    return incomplete || credentials();
  }

  /** Whether any source is known by a credential. */
  public boolean credentials() {
    return byName.values().stream().anyMatch(source -> !source.access().open());
  }

  /**
   * What keeps {@code added} from standing beside {@code other}; null if nothing does. A file in a
   * directory of two sources would belong to whoever came first.
   */
  static @Nullable String clash(Source added, Source other) {
    if (added.name().equals(other.name())) {
      return "name is that";
    }
    if (added.way() instanceof Way.Folder mine && other.way() instanceof Way.Folder theirs) {
      Path one = mine.directory();
      Path two = theirs.directory();
      return one.startsWith(two) || two.startsWith(one) ? "directory overlaps with that" : null;
    }
    return null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Sources sources
        && sources.byName.equals(byName)
        && sources.incomplete == incomplete;
  }

  @Override
  public int hashCode() {
    return byName.hashCode();
  }

  @Override
  public String toString() {
    return byName.keySet().toString();
  }
}
