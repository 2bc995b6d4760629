package org.copytaster.ingest.http;

import java.util.HashMap;
import java.util.Map;

/**
 * How many batches run: each holds a thread while its client sends the next line. A source that has
 * shown who it is gets a share, so that one that has lost its way keeps no other out.
 */
final class BatchRoom {

  private static final int MOST = 16;
  private static final int SHARE = 4;

  private final Map<String, Integer> running = new HashMap<>();
  private int all;

  /**
   * Lets a batch begin; {@link #leave} ends it.
   *
   * @throws RequestRefusedException with 429 if there is no room
   */
  synchronized void enter(Caller caller) throws RequestRefusedException {
    int mine = running.getOrDefault(name(caller), 0);
    if (all == MOST || (caller.known() && mine == SHARE)) {
      throw new RequestRefusedException(
          Replies.later(429, "Too many at once", "too many batches run; try again"));
    }
    all++;
    running.put(name(caller), mine + 1);
  }

  synchronized void leave(Caller caller) {
    all--;
    running.computeIfPresent(name(caller), (name, mine) -> mine == 1 ? null : mine - 1);
  }

  private static String name(Caller caller) {
    return caller.known() ? caller.source().name() : "";
  }
}
