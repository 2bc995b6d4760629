package org.copytaster.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How many tags an answer about one article has at most. No news comes near it; copy of some
 * megabytes that is nothing but names would make an answer of tens of megabytes.
 */
final class AnsweredTags {

  /** Mentions of all entities together, and as many time expressions. */
  static final int MOST = 5_000;

  private static final String LEFT_OUT = "tagsLeftOut";

  private AnsweredTags() {}

  /**
   * Takes what is too much out of an article's {@code entities} and {@code timexes}, from the end,
   * and says in {@code tagsLeftOut} how many tags these were. An entity without a mention left goes
   * with them.
   */
  static void bound(ObjectNode article) {
    int leftOut = 0;
    if (article.get("entities") instanceof ArrayNode entities) {
      int room = MOST;
      for (var entity : entities) {
        if (entity.get("mentions") instanceof ArrayNode mentions) {
          int kept = Math.min(mentions.size(), room);
          leftOut += cut(mentions, kept);
          room -= kept;
        }
      }
      for (int last = entities.size() - 1; last >= 0; last--) {
        if (entities.path(last).path("mentions").isEmpty()) {
          entities.remove(last);
        }
      }
    }
    if (article.get("timexes") instanceof ArrayNode timexes) {
      leftOut += cut(timexes, MOST);
    }
    if (leftOut > 0) {
      article.put(LEFT_OUT, leftOut);
    }
  }

  /** Leaves the first {@code kept}; how many went. */
  private static int cut(ArrayNode all, int kept) {
    int before = all.size();
    for (int last = before - 1; last >= kept; last--) {
      all.remove(last);
    }
    return before - all.size();
  }
}
