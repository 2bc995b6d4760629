package org.copytaster.sink;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.copytaster.schemas.ReceiptKey;
import org.copytaster.schemas.Receipts;
import org.copytaster.schemas.history.VersionHistory;
import org.copytaster.schemas.record.ActOutcome;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Audit;
import org.copytaster.schemas.record.PubStatus;

/**
 * What the topics tell of which received versions went out. {@code news.enriched} has the newest of
 * each guid and no other; {@code news.articles} has all that came, also what is held. So a version
 * went out, as far as anybody can tell, if a higher one of its guid did, nothing holds it any more
 * and it was not stale when it came. About 150 bytes a guid.
 */
final class PublishedPast {

  private final Map<String, Integer> newest = new HashMap<>();
  private final Map<String, Long> kills = new HashMap<>();
  private final Map<ReceiptKey, Instant> heldUntil = new HashMap<>();
  private final Map<String, Integer> passed = new HashMap<>();
  private final Instant now;

  /** Knows nothing yet; what is under an embargo is told by {@code now}. */
  PublishedPast(Instant now) {
    this.now = now;
  }

  /** Takes in what went out; of one guid in the order of the topic. */
  void published(Article article) {
    newest.put(article.getGuid(), article.getVersion());
  }

  /** Takes in what editors have done with what was held: the last act on a version counts. */
  void acted(Audit audit) {
    var version = audit.getVersion();
    if (audit.getOutcome() != ActOutcome.APPLIED || version == null) {
      return;
    }
    var act = audit.getAct();
    var until =
        switch (act.getKind()) {
          case RELEASE -> Instant.MIN;
          case EXTEND -> act.getUntil() == null ? Instant.MAX : act.getUntil();
          default -> Instant.MAX;
        };
    heldUntil.put(new ReceiptKey(act.getGuid(), version), until);
  }

  /** Takes in a received version, judged, if it is a kill: what stands before it has no text. */
  void received(ConsumerRecord<?, ?> record, Article article) {
    if (VersionHistory.isKill(article) && newest.containsKey(article.getGuid())) {
      kills.put(article.getGuid(), record.offset());
    }
  }

  /** How many guids went out. */
  int guids() {
    return newest.size();
  }

  /** Whether anything was killed that went out. */
  boolean hasKills() {
    return !kills.isEmpty();
  }

  /** Whether a received version was killed later, or is the kill. */
  boolean isKilled(ConsumerRecord<?, ?> record, Article article) {
    return record.offset() <= kills.getOrDefault(article.getGuid(), -1L) && !isHeld(article);
  }

  /**
   * Whether a received version may be older than the newest that went out; the quick question that
   * most have answered with no.
   */
  boolean mayBeEarlier(ConsumerRecord<?, ?> record, Article article) {
    var guid = article.getGuid();
    return article.getVersion() < newest.getOrDefault(guid, Integer.MIN_VALUE)
        && record.offset() > kills.getOrDefault(guid, -1L);
  }

  /**
   * Whether a version was not stale when it came. Each is asked about once, in the order of the
   * topic: what came before tells. A test is none, a kill is never stale.
   */
  boolean isInOrder(Article article) {
    if (VersionHistory.isTest(article)) {
      return false;
    }
    int before = passed.getOrDefault(article.getGuid(), Integer.MIN_VALUE);
    passed.put(article.getGuid(), Math.max(before, article.getVersion()));
    return VersionHistory.isKill(article) || article.getVersion() > before;
  }

  /** Whether it is under an embargo that is not over, or an editor holds it. */
  boolean isHeld(Article article) {
    if (article.getPubStatus() != PubStatus.USABLE) {
      return false;
    }
    var said = heldUntil.get(Receipts.keyOf(article));
    if (said != null) {
      return said.isAfter(now);
    }
    var embargoed = article.getEmbargoed();
    return article.getEmbargoUnread() || (embargoed != null && embargoed.isAfter(now));
  }
}
