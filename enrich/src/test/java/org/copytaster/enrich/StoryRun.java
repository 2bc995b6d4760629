package org.copytaster.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.test.TestRecord;
import org.copytaster.enrich.history.Happening;
import org.copytaster.enrich.history.Sent;
import org.copytaster.enrich.history.StoryModel;
import org.copytaster.schemas.DeadLetter;
import org.copytaster.schemas.EventHeaders;
import org.copytaster.schemas.history.VersionHistory;
import org.copytaster.schemas.record.Act;
import org.copytaster.schemas.record.ActKind;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.PubStatus;

/**
 * Stories on their way through the real topology, beside a model of what must come of each. Holds
 * both against each other after everything that happens.
 */
final class StoryRun implements AutoCloseable {

  private final SwitchableTagging tagging;
  private final List<Sent> articles = new ArrayList<>();
  private final List<Sent> lane = new ArrayList<>();
  private final List<Act> acts = new ArrayList<>();
  private final Map<Instant, Sent> byReception = new HashMap<>();
  private EnrichDriver enrich;
  private Map<String, StoryModel> models = new TreeMap<>();
  private Map<String, StoryOutput> outputs = new TreeMap<>();
  private List<EnrichedArticle> enriched = new ArrayList<>();
  private Commit last;
  private int nextArticle;
  private int nextOnLane;
  private int nextAct;
  private int sent;

  /** All that is kept when the instance dies. */
  private record Commit(
      Map<String, StoryModel> models,
      Map<String, StoryOutput> outputs,
      List<EnrichedArticle> enriched,
      Map<String, List<KeyValue<Object, Object>>> stores,
      int nextArticle,
      int nextOnLane,
      int nextAct) {}

  StoryRun(SwitchableTagging tagging) {
    this.tagging = tagging;
    tagging.mend();
    enrich = new EnrichDriver(tagging.enricher(), EnrichDriver.START);
    last = new Commit(Map.of(), Map.of(), List.of(), Map.of(), 0, 0, 0);
    commit();
  }

  /** What is committed on {@code news.enriched}, of all stories. */
  List<EnrichedArticle> committed() {
    return last.enriched();
  }

  /** The model of each story, by its guid. */
  Map<String, StoryModel> models() {
    return models;
  }

  /** Has it happen, and holds what came of it against the model. */
  void happens(Happening happening) {
    if (happening instanceof Happening.Sends sends) {
      send(sends.copy().article("urn:test:" + sends.story(), nextReception()));
    } else if (happening instanceof Happening.SendsAgain again && sent > 0) {
      sendAgain(again.back());
    } else if (happening instanceof Happening.Acts asked) {
      ask(asked);
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
      nextAct = 0;
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

  private void ask(Happening.Acts asked) {
    var now = enrich.clock.instant();
    boolean moves = asked.kind() == ActKind.EXTEND;
    acts.add(
        Act.newBuilder()
            .setId("act " + acts.size())
            .setGuid("urn:test:" + asked.story())
            .setVersion(asked.version() == 0 ? null : asked.version())
            .setKind(asked.kind())
            .setUntil(moves ? now.plusSeconds(asked.seconds()) : null)
            .setBy("ed")
            .setTime(now)
            .build());
  }

  private void append(Sent record) {
    articles.add(record);
    if (record.overtakes() && !record.putBack()) {
      lane.add(record);
    }
  }

  private void pass(Duration length) {
    enrich.advance(length);
    models.values().forEach(each -> each.look(enrich.clock.instant(), tagging.broken()));
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
    for (; nextAct < acts.size(); nextAct++) {
      var act = acts.get(nextAct);
      enrich.acts().pipeInput(act.getGuid(), act);
      model(act.getGuid()).ask(act, enrich.clock.instant(), tagging.broken());
      take();
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
            new TestRecord<>(
                record.article().getGuid(), record.article(), headers, enrich.clock.instant()));
    model(record.article().getGuid()).take(record, enrich.clock.instant(), tagging.broken());
    take();
  }

  /** The letters that are committed, each once. */
  private void putBack() {
    last.outputs()
        .forEach(
            (guid, committed) -> {
              var letters = committed.takeLetters();
              output(guid).forget(letters);
              for (var letter : letters) {
                var record = known(letter);
                append(new Sent(record.article(), record.place(), true));
              }
            });
  }

  private void commit() {
    last =
        new Commit(
            copied(models, StoryModel::new),
            copied(outputs, StoryOutput::copy),
            List.copyOf(enriched),
            StoreContents.of(enrich),
            nextArticle,
            nextOnLane,
            nextAct);
  }

  private void crash() {
    var now = enrich.clock.instant();
    enrich.close();
    enrich = new EnrichDriver(tagging.enricher(), now);
    StoreContents.into(enrich, last.stores());
    models = copied(last.models(), StoryModel::new);
    outputs = copied(last.outputs(), StoryOutput::copy);
    enriched = new ArrayList<>(last.enriched());
    nextArticle = last.nextArticle();
    nextOnLane = last.nextOnLane();
    nextAct = last.nextAct();
  }

  private static <T> Map<String, T> copied(Map<String, T> all, UnaryOperator<T> copy) {
    var copied = new TreeMap<String, T>();
    all.forEach((guid, each) -> copied.put(guid, copy.apply(each)));
    return copied;
  }

  private StoryModel model(String guid) {
    return models.computeIfAbsent(guid, key -> new StoryModel());
  }

  private StoryOutput output(String guid) {
    return outputs.computeIfAbsent(guid, key -> new StoryOutput());
  }

  /** Each has a time of its own, by which it is known again. */
  private Instant nextReception() {
    enrich.clock.move(Duration.ofMillis(1));
    return enrich.clock.instant();
  }

  private void take() {
    for (var each : enrich.enriched().readValuesToList()) {
      output(each.getArticle().getGuid()).add(each);
      enriched.add(each);
      mayBePublished(each);
    }
    enrich.receipts().readValuesToList().forEach(each -> output(each.getGuid()).add(each));
    enrich.mentions().readValuesToList().forEach(each -> output(each.getGuid()).add(each));
    enrich.recalls().readValuesToList().forEach(each -> output(each.getGuid()).add(each));
    enrich.audit().readValuesToList().forEach(each -> output(each.getAct().getGuid()).add(each));
    enrich.held().readKeyValuesToList().forEach(each -> output(each.key).addHeld(each.value));
    for (var letter : enrich.letters().readRecordsToList()) {
      var key = new String(letter.key(), UTF_8);
      output(key.substring(key.indexOf(' ') + 1)).add(letter);
    }
  }

  private void mayBePublished(EnrichedArticle enriched) {
    var article = enriched.getArticle();
    if (article.getPubStatus() != PubStatus.USABLE) {
      return;
    }
    var model = model(article.getGuid());
    assertThat(model.mayGoOut(article, enrich.clock.instant())).as("its embargo").isTrue();
    assertThat(VersionHistory.isKill(article)).as("a kill with text").isFalse();
    assertThat(known(article).place())
        .as("what was sent before the last kill that was taken")
        .isGreaterThan(model.lastKill());
  }

  private Sent known(Article article) {
    return Objects.requireNonNull(byReception.get(article.getReceivedAt()));
  }

  private void compare() {
    models.forEach((guid, model) -> compare(model, output(guid)));
  }

  private static void compare(StoryModel model, StoryOutput output) {
    assertThat(output.published()).isEqualTo(model.published());
    assertThat(output.answered()).containsAll(model.answered());
    assertThat(output.named()).isEqualTo(output.namedInTheNewest());
    assertThat(output.recalled()).isEqualTo(model.recalled());
    assertThat(output.held()).isEqualTo(model.held());
    assertThat(output.audited()).isEqualTo(model.audited());
    assertThat(output.leaks()).isEmpty();
  }

  @Override
  public void close() {
    enrich.close();
  }
}
