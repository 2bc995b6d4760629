package org.copytaster.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.streams.test.TestRecord;
import org.copytaster.enrich.history.Copy;
import org.copytaster.enrich.history.StoryModel;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Audit;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.Entity;
import org.copytaster.schemas.record.EntityMention;
import org.copytaster.schemas.record.HeldState;
import org.copytaster.schemas.record.Recall;
import org.copytaster.schemas.record.Receipt;
import org.copytaster.schemas.record.Stage;
import org.jspecify.annotations.Nullable;

/** What a history has brought onto the topics so far. */
final class StoryOutput {

  private final List<EnrichedArticle> enriched = new ArrayList<>();
  private final List<Receipt> receipts = new ArrayList<>();
  private final Map<String, EntityMention> mentions = new HashMap<>();
  private final List<Article> letters = new ArrayList<>();
  private final List<String> recalled = new ArrayList<>();
  private final List<String> audited = new ArrayList<>();
  private @Nullable HeldState held;
  private final List<String> leaks = new ArrayList<>();

  StoryOutput copy() {
    var copy = new StoryOutput();
    copy.enriched.addAll(enriched);
    copy.receipts.addAll(receipts);
    copy.mentions.putAll(mentions);
    copy.letters.addAll(letters);
    copy.recalled.addAll(recalled);
    copy.audited.addAll(audited);
    copy.held = held;
    copy.leaks.addAll(leaks);
    return copy;
  }

  void add(EnrichedArticle record) {
    enriched.add(record);
  }

  void add(Receipt receipt) {
    receipts.add(receipt);
    look(receipt.toString());
  }

  void add(EntityMention mention) {
    mentions.put(mention.getEntityId(), mention);
    if (mention.getRetracted()) {
      look(mention.toString());
    }
  }

  void add(Recall recall) {
    recalled.add(recall.getKind() + " by " + recall.getVersion());
    look(recall.toString());
  }

  void add(Audit audit) {
    audited.add(audit.getOutcome() + " " + audit.getAct().getKind());
    look(audit.toString());
  }

  /** The last record of the guid on the topic of what is held; null for none. */
  void addHeld(@Nullable HeldState state) {
    held = state;
    if (state != null) {
      look(state.toString());
    }
  }

  void add(TestRecord<byte[], byte[]> letter) {
    letters.add(PlainAvro.serdes().<Article>newDeserializer().deserialize("", letter.value()));
    letter.headers().forEach(header -> look(new String(header.value(), UTF_8)));
  }

  /** Where a text stands that must not. */
  private void look(String where) {
    Stream.of(Copy.Text.values())
        .filter(text -> where.contains(text.mark()))
        .forEach(text -> leaks.add(where));
  }

  List<String> recalled() {
    return recalled;
  }

  /** What is said to be held, and until when; empty for nothing. */
  String held() {
    var state = held;
    return state == null
        ? ""
        : StoryModel.held(
            state.getVersion(), Objects.requireNonNullElse(state.getUntil(), Instant.MAX));
  }

  /** What became of each act, in order. */
  List<String> audited() {
    return audited;
  }

  List<String> leaks() {
    return leaks;
  }

  List<EnrichedArticle> enriched() {
    return enriched;
  }

  /** The dead letters, which are then gone. */
  List<Article> takeLetters() {
    var taken = List.copyOf(letters);
    letters.clear();
    return taken;
  }

  /** Forgets dead letters that were taken from the same topic at an earlier time. */
  void forget(List<Article> taken) {
    letters.removeAll(taken);
  }

  List<String> published() {
    return enriched.stream().map(each -> StoryModel.line(each.getArticle())).toList();
  }

  /** Stage and version of each receipt that enrich wrote. */
  List<String> answered() {
    return receipts.stream()
        .filter(each -> each.getStage() != Stage.PUBLISHED)
        .map(each -> each.getStage() + " " + each.getVersion())
        .toList();
  }

  /** Whom the newest article names, by what stands on the topic of mentions. */
  Set<String> named() {
    var named = new TreeSet<String>();
    mentions.forEach(
        (id, mention) -> {
          if (!mention.getRetracted()) {
            named.add(id);
          }
        });
    return named;
  }

  /** The same by the newest article itself. */
  Set<String> namedInTheNewest() {
    return enriched.isEmpty()
        ? Set.of()
        : new TreeSet<>(
            enriched.get(enriched.size() - 1).getEntities().stream().map(Entity::getId).toList());
  }
}
