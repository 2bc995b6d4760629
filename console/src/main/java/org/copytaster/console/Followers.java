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
import org.eclipse.jetty.server.Request;
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

  /** Most pages that can follow at once. */
  static final int MOST = 200;

  private static final int MOST_ARTICLES = 100;
  private static final int PERIOD_MILLIS = 500;
  private static final int TICKS_TO_BEAT = 5;

  private final ArticleTables tables;
  private final int mostOfAClient;
  private final Set<Follower> all = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "console-followers"));
  private Optional<String> settled = Optional.empty();
  private long ticks;
  private volatile boolean storeReady;

  /**
   * @param mostOfAClient how many may come from one address
   */
  Followers(ArticleTables tables, int mostOfAClient) {
    this.tables = tables;
    this.mostOfAClient = mostOfAClient;
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
  void add(Request request, Response response, Callback callback) {
    var follower =
        new Follower(Client.of(Request.getRemoteAddr(request)), response, callback, all::remove);
    switch (admit(follower)) {
      case IN -> follower.open();
      case FULL ->
          Replies.unavailable(response, callback, "too many pages follow the newest articles");
      case TOO_MANY_OF_ITS_CLIENT ->
          Replies.tooMany(
              response, callback, "this address follows the newest articles often enough");
    }
  }

  private enum Admission {
    IN,
    FULL,
    TOO_MANY_OF_ITS_CLIENT
  }

  private synchronized Admission admit(Follower follower) {
    var ofItsClient = all.stream().filter(each -> each.client().equals(follower.client())).toList();
    if (ofItsClient.size() >= mostOfAClient) {
      // One that has gone away without a word makes room once a write to it fails.
      ofItsClient.forEach(Follower::beat);
      return Admission.TOO_MANY_OF_ITS_CLIENT;
    }
    if (all.size() >= MOST) {
      return Admission.FULL;
    }
    all.add(follower);
    return Admission.IN;
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
      if (now.isPresent()) {
        if (settled.isPresent() && !all.isEmpty()) {
          send(tables.written(settled.get(), now.get(), MOST_ARTICLES + 1));
        }
        // While the tables are away it stays where it was, so that nothing is left out.
        settled = now;
        all.forEach(Follower::greet);
      }
    } catch (SQLException | RuntimeException e) {
      if (storeReady) {
        LOG.warn("the store does not answer: {}", Fault.of(e));
      }
      storeReady = false;
    }
    if (++ticks % TICKS_TO_BEAT == 0) {
      all.forEach(storeReady ? Follower::beat : Follower::keep);
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
