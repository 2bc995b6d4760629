package org.copytaster.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.copytaster.schemas.record.Act;
import org.copytaster.schemas.record.ActKind;
import org.copytaster.schemas.record.ActOutcome;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Audit;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Signal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PublishedPastTest {

  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
  private static final String GUID = "urn:past";

  private final PublishedPast past = new PublishedPast(NOW);

  @Test
  void earlierIsWhatIsLowerThanTheNewestThatWentOut() {
    past.published(article(3, each -> {}));

    assertThat(past.mayBeEarlier(at(0), article(2, each -> {}))).isTrue();
    assertThat(past.mayBeEarlier(at(1), article(3, each -> {}))).isFalse();
    assertThat(past.mayBeEarlier(at(2), article(4, each -> {}))).isFalse();
  }

  @Test
  void whatNeverWentOutIsNotEarlier() {
    assertThat(past.mayBeEarlier(at(0), article(1, each -> {}))).isFalse();
  }

  @Test
  void whatStandsBeforeAKillIsKilledAndNotEarlier() {
    past.published(article(4, each -> {}));
    past.received(at(2), article(2, each -> each.setPubStatus(PubStatus.CANCELED)));

    assertThat(past.isKilled(at(1), article(3, each -> {}))).isTrue();
    assertThat(past.mayBeEarlier(at(1), article(3, each -> {}))).isFalse();
    assertThat(past.isKilled(at(3), article(3, each -> {}))).isFalse();
    assertThat(past.mayBeEarlier(at(3), article(3, each -> {}))).isTrue();
  }

  @Test
  void whatIsStaleWhenItComesIsLeftOut() {
    assertThat(past.isInOrder(article(2, each -> {}))).isTrue();
    assertThat(past.isInOrder(article(1, each -> {}))).isFalse();
    assertThat(past.isInOrder(article(2, each -> {}))).isFalse();
    assertThat(past.isInOrder(article(3, each -> {}))).isTrue();
  }

  @Test
  void aKillIsNeverStale() {
    assertThat(past.isInOrder(article(3, each -> {}))).isTrue();

    assertThat(past.isInOrder(article(2, each -> each.setPubStatus(PubStatus.CANCELED)))).isTrue();
  }

  @Test
  void aTestIsNoVersion() {
    assertThat(past.isInOrder(article(9, each -> each.setSignal(Signal.TEST)))).isFalse();
    assertThat(past.isInOrder(article(1, each -> {}))).isTrue();
  }

  @Test
  void anEmbargoThatIsNotOverHolds() {
    assertThat(past.isHeld(article(1, each -> each.setEmbargoed(NOW.plusSeconds(1))))).isTrue();
    assertThat(past.isHeld(article(1, each -> each.setEmbargoed(NOW)))).isFalse();
    assertThat(past.isHeld(article(1, each -> each.setEmbargoUnread(true)))).isTrue();
  }

  @Test
  void whatMustNotBeUsedIsNotHeldButATombstone() {
    assertThat(
            past.isHeld(article(1, a -> a.setEmbargoUnread(true).setPubStatus(PubStatus.WITHHELD))))
        .isFalse();
  }

  @Test
  void theLastActOnAVersionCounts() {
    var unread = article(1, each -> each.setEmbargoUnread(true));
    past.acted(audit(1, ActKind.HOLD, null, ActOutcome.APPLIED));
    past.acted(audit(1, ActKind.RELEASE, null, ActOutcome.APPLIED));
    past.acted(audit(1, ActKind.HOLD, null, ActOutcome.REFUSED));

    assertThat(past.isHeld(unread)).isFalse();
    assertThat(past.isHeld(article(2, each -> each.setEmbargoUnread(true)))).isTrue();
  }

  @Test
  void whatAnEditorHoldsIsHeldWhenItsEmbargoIsOver() {
    var over = article(1, each -> each.setEmbargoed(NOW.minusSeconds(1)));
    past.acted(audit(1, ActKind.HOLD, null, ActOutcome.APPLIED));
    assertThat(past.isHeld(over)).isTrue();

    past.acted(audit(1, ActKind.EXTEND, NOW.plusSeconds(1), ActOutcome.APPLIED));
    assertThat(past.isHeld(over)).isTrue();

    past.acted(audit(1, ActKind.EXTEND, NOW.minusSeconds(1), ActOutcome.APPLIED));
    assertThat(past.isHeld(over)).isFalse();
  }

  private static ConsumerRecord<byte[], byte[]> at(long offset) {
    return new ConsumerRecord<>("news.articles", 0, offset, new byte[0], new byte[0]);
  }

  private static Article article(int version, Consumer<Article.Builder> more) {
    var builder =
        Article.newBuilder()
            .setGuid(GUID)
            .setVersion(version)
            .setSource("wire")
            .setReceivedAt(NOW)
            .setContentHash("hash" + version);
    more.accept(builder);
    return builder.build();
  }

  private static Audit audit(
      int version, ActKind kind, @Nullable Instant until, ActOutcome outcome) {
    var act = Act.newBuilder().setGuid(GUID).setKind(kind).setUntil(until).build();
    return Audit.newBuilder().setAct(act).setOutcome(outcome).setVersion(version).build();
  }
}
