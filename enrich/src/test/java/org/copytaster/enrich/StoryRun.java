package org.copytaster.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.test.TestRecord;
import org.copytaster.enrich.history.Happening;
import org.copytaster.enrich.history.Sent;
import org.copytaster.enrich.history.StoryModel;
import org.copytaster.schemas.DeadLetter;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.history.VersionHistory;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.PubStatus;

/**
 * One story on its way through the real topology, beside the model of what must come of it. Holds
 * both against each other after everything that happens.
 */
final class StoryRun implements AutoCloseable {

  private final SwitchableTagging tagging;
  private final List<Sent> articles = new ArrayList<>();
  private final List<Sent> lane = new ArrayList<>();
  private final Map<Instant, Sent> byReception = new HashMap<>();
  private EnrichDriver enrich;
  private StoryModel model = new StoryModel();
  private StoryOutput output = new StoryOutput();
  private Commit last;
  private int nextArticle;
  private int nextOnLane;
  private int sent;

  /** All that is kept when the instance dies. */
  private record Commit(
      StoryModel model,
      StoryOutput output,
      Map<String, List<KeyValue<Object, Object>>> stores,
      int nextArticle,
      int nextOnLane) {}

  StoryRun(SwitchableTagging tagging) {
    this.tagging = tagging;
    tagging.mend();
    enrich = new EnrichDriver(tagging.enricher(), EnrichDriver.START);
    last = new Commit(new StoryModel(), new StoryOutput(), Map.of(), 0, 0);
    commit();
  }

  /** What is committed on the topics. */
  StoryOutput committed() {
    return last.output();
  }

  StoryModel model() {
    return model;
  }

  /** Has it happen, and holds what came of it against the model. */
  void happens(Happening happening) {
    if (happening instanceof Happening.Sends sends) {
      send(sends.copy().article(nextReception()));
    } else if (happening instanceof Happening.SendsAgain again && sent > 0) {
      sendAgain(again.back());
    } else if (happening instanceof Happening.Passes passes) {
      pass(Duration.ofSeconds(passes.seconds()));
    } else if (happening instanceof Happening.Works works) {
      work(works.articles(), works.laneFirst());
    } else if (happening instanceof Happening.Commits) {
      commit();
    } else if (happening instanceof Happening.Crashes) {
      crash();
    } else if (happening instanceof Happening.GoesBack) {
      nextArticle = 0;
      nextOnLane = 0;
    } else if (happening instanceof Happening.Breaks) {
      tagging.breakDown();
    } else if (happening instanceof Happening.Mends) {
      tagging.mend();
    } else if (happening instanceof Happening.PutsBack) {
      putBack();
    }
    compare();
  }

  /** Until nothing more can happen by itself. */
  void settle() {
    tagging.mend();
    work(Integer.MAX_VALUE, true);
    pass(Duration.ofDays(1));
    compare();
    commit();
  }

  private void send(Article article) {
    var record = new Sent(article, sent++, false);
    byReception.put(article.getReceivedAt(), record);
    append(record);
  }

  private void sendAgain(int back) {
    var all = articles.stream().filter(each -> !each.putBack()).toList();
    var before = all.get(all.size() - 1 - back % all.size()).article();
    send(Article.newBuilder(before).setReceivedAt(nextReception()).build());
  }

  private void append(Sent record) {
    articles.add(record);
    if (record.overtakes() && !record.putBack()) {
      lane.add(record);
    }
  }

  private void pass(Duration length) {
    enrich.clock.move(length);
    enrich.driver.advanceWallClockTime(length);
    model.look(enrich.clock.instant(), tagging.broken());
    take();
  }

  private void work(int most, boolean laneFirst) {
    if (laneFirst) {
      workOnLane();
    }
    for (int done = 0; done < most && nextArticle < articles.size(); done++, nextArticle++) {
      pipe(enrich.topics.articles(), articles.get(nextArticle));
    }
    workOnLane();
  }

  private void workOnLane() {
    for (; nextOnLane < lane.size(); nextOnLane++) {
      pipe(enrich.topics.kills(), lane.get(nextOnLane));
    }
  }

  private void pipe(String topic, Sent record) {
    var headers = new RecordHeaders();
    if (record.putBack()) {
      EventHeaders.put(headers, "copytaster.replayed", "0/1");
    }
    assertThat(DeadLetter.wasReplayed(headers)).isEqualTo(record.putBack());
    enrich
        .articles(topic)
        .pipeInput(
            new TestRecord<>(StoryModel.GUID, record.article(), headers, enrich.clock.instant()));
    model.take(record, enrich.clock.instant(), tagging.broken());
    take();
  }

  /** The letters that are committed, each once. */
  private void putBack() {
    var letters = last.output().takeLetters();
    output.forget(letters);
    for (var letter : letters) {
      var record = known(letter);
      append(new Sent(record.article(), record.place(), true));
    }
  }

  private void commit() {
    last =
        new Commit(
            new StoryModel(model),
            output.copy(),
            StoreContents.of(enrich),
            nextArticle,
            nextOnLane);
    output = last.output().copy();
  }

  private void crash() {
    var now = enrich.clock.instant();
    enrich.close();
    enrich = new EnrichDriver(tagging.enricher(), now);
    StoreContents.into(enrich, last.stores());
    model = new StoryModel(last.model());
    output = last.output().copy();
    nextArticle = last.nextArticle();
    nextOnLane = last.nextOnLane();
  }

  /** Each has a time of its own, by which it is known again. */
  private Instant nextReception() {
    enrich.clock.move(Duration.ofMillis(1));
    return enrich.clock.instant();
  }

  private void take() {
    for (var enriched : enrich.enriched().readValuesToList()) {
      output.add(enriched);
      mayBePublished(enriched);
    }
    enrich.receipts().readValuesToList().forEach(output::add);
    enrich.mentions().readValuesToList().forEach(output::add);
    enrich.recalls().readValuesToList().forEach(output::add);
    enrich.held().readValuesToList().forEach(output::addHeld);
    enrich.letters().readRecordsToList().forEach(output::add);
  }

  private void mayBePublished(EnrichedArticle enriched) {
    var article = enriched.getArticle();
    if (article.getPubStatus() != PubStatus.USABLE) {
      return;
    }
    var end = article.getEmbargoed();
    assertThat(article.getEmbargoUnread()).as("an embargo nobody could read").isFalse();
    assertThat(end == null || !end.isAfter(enrich.clock.instant())).as("its embargo").isTrue();
    assertThat(VersionHistory.isKill(article)).as("a kill with text").isFalse();
    assertThat(known(article).place())
        .as("what was sent before the last kill that was taken")
        .isGreaterThan(model.lastKill());
  }

  private Sent known(Article article) {
    return Objects.requireNonNull(byReception.get(article.getReceivedAt()));
  }

  private void compare() {
    assertThat(output.published()).isEqualTo(model.published());
    assertThat(output.answered()).containsAll(model.answered());
    assertThat(output.named()).isEqualTo(output.namedInTheNewest());
    assertThat(output.recalled()).isEqualTo(model.recalled());
    var held = model.held();
    assertThat(output.held()).isEqualTo(held == null ? 0 : held.getVersion());
    assertThat(output.leaks()).isEmpty();
  }

  @Override
  public void close() {
    enrich.close();
  }
}
