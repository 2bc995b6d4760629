package org.copytaster.console.recall;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The subscribers at one moment, by name; never changes. */
public final class Subscribers {

  static final Subscribers NONE = new Subscribers(List.of());

  private final TreeMap<String, Subscriber> byName = new TreeMap<>();

  Subscribers(Collection<Subscriber> subscribers) {
    subscribers.forEach(each -> byName.putIfAbsent(each.name(), each));
  }

  /** In the order of their names. */
  public List<Subscriber> all() {
    return List.copyOf(byName.values());
  }

  /** The subscriber of this name. */
  public Optional<Subscriber> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Whose key it is. */
  public Optional<Subscriber> withKey(String key) {
    return byName.values().stream().filter(each -> each.isKnownBy(key)).findFirst();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Subscribers subscribers && subscribers.byName.equals(byName);
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
