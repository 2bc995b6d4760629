package org.copytaster.ingest.feed;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.copytaster.schemas.record.FeedState;

/**
 * The newest state of each feed. Which one is newest the order of the topic says, and no clock: a
 * clock that was set back would hold every new state for an old one. What this instance has written
 * counts at once, and until it has come back from the topic, what comes from there is older.
 */
final class KeptStates {

  private final Map<String, FeedState> states = new ConcurrentHashMap<>();

  /** How many states of a source were written here and have not come back yet. */
  private final Map<String, Integer> underWay = new ConcurrentHashMap<>();

  Optional<FeedState> of(String source) {
    return Optional.ofNullable(states.get(source));
  }

  /** A state that this instance writes to the topic. */
  void written(FeedState state) {
    underWay.merge(state.getSource(), 1, Integer::sum);
    states.put(state.getSource(), state);
  }

  /** A state that was not written after all; it counts here all the same. */
  void lost(String source) {
    underWay.computeIfPresent(source, (name, count) -> count > 1 ? count - 1 : null);
  }

  /** A state that was read in the topic. */
  void read(String source, FeedState state) {
    if (underWay.containsKey(source)) {
      lost(source);
    } else {
      states.put(source, state);
    }
  }

  /** These sources are somebody else's now, whose states count as they are read. */
  void handedOver(Predicate<String> sources) {
    underWay.keySet().removeIf(sources);
  }
}
