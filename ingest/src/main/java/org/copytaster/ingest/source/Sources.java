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
  public static final Sources NONE = new Sources(List.of());

  private final TreeMap<String, Source> byName = new TreeMap<>();

  /** These sources; of two with one name the first stays, see {@link #clash}. */
  public Sources(Collection<Source> sources) {
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
    return other instanceof Sources sources && sources.byName.equals(byName);
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
