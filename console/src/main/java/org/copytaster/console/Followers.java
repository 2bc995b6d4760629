package org.copytaster.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.copytaster.runtime.log.Fault;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pages that follow the newest articles as server-sent events. One thread asks the store for all of
 * them; a page that is slower than the wire is told that it missed some and asks again.
 */
final class Followers implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Followers.class);
  private static final int MOST_FOLLOWERS = 200;
  private static final int MOST_ARTICLES = 100;
  private static final int PERIOD_MILLIS = 500;
  private static final int TICKS_TO_BEAT = 20;

  private final ArticleTables tables;
  private final Set<Follower> all = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "console-followers"));
  private Optional<String> settled = Optional.empty();
  private long ticks;
  private volatile boolean storeReady;

  Followers(ArticleTables tables) {
    this.tables = tables;
  }

  void start() {
    var unused = thread.scheduleWithFixedDelay(this::tick, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Whether the store answered when it was asked last. */
  boolean storeReady() {
    return storeReady;
  }

  int count() {
    return all.size();
  }

  /** Keeps {@code response} open and writes events to it until its reader goes away. */
  void add(Response response, Callback callback) {
    if (all.size() >= MOST_FOLLOWERS) {
      Replies.unavailable(response, callback, "too many pages follow the newest articles");
      return;
    }
    var follower = new Follower(response, callback, all::remove);
    all.add(follower);
    follower.open();
  }

  @Override
  public void close() {
    thread.shutdownNow();
    all.forEach(Follower::end);
  }

  private void tick() {
    try {
      var now = tables.settledBefore();
      storeReady = now.isPresent();
      if (now.isPresent() && settled.isPresent() && !all.isEmpty()) {
        send(tables.written(settled.get(), now.get(), MOST_ARTICLES + 1));
      }
      settled = now;
      all.forEach(Follower::greet);
    } catch (SQLException | RuntimeException e) {
      if (storeReady) {
        LOG.warn("the store does not answer: {}", Fault.of(e));
      }
      storeReady = false;
    }
    if (++ticks % TICKS_TO_BEAT == 0) {
      all.forEach(Follower::beat);
    }
  }

  private void send(List<ObjectNode> articles) {
    if (articles.size() > MOST_ARTICLES) {
      all.forEach(Follower::missed);
    } else if (!articles.isEmpty()) {
      var event = ArticleJson.JSON.createArrayNode().addAll(articles).toString();
      all.forEach(follower -> follower.articles(event));
    }
  }
}
