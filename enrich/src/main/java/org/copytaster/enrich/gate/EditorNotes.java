package org.copytaster.enrich.gate;

import java.time.Instant;
import java.util.Optional;
import org.copytaster.schemas.history.LifeFields;
import org.copytaster.schemas.history.VersionHistory;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Life;
import org.copytaster.schemas.record.LifeReason;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.tagging.life.Judgement;
import org.copytaster.tagging.life.LifePlaces;
import org.copytaster.tagging.life.LifeReader;
import org.copytaster.tagging.life.Notice;
import org.copytaster.tagging.life.Notice.Said;
import org.copytaster.tagging.timex.moment.Reception;

/**
 * Judges what copy says of itself where no desk has: an article that is older than the judging, or
 * that others wrote to the topic. Its source's zone is unknown here, so that an embargo whose words
 * name none holds until somebody has read it.
 */
public final class EditorNotes {

  private final LifeReader reader;

  private EditorNotes(LifeReader reader) {
    this.reader = reader;
  }

  /** With the wordings that come with Copytaster. */
  public static EditorNotes load() {
    return new EditorNotes(LifeReader.read());
  }

  /**
   * The article with its life; the same one if it was judged. What its signal alone calls a kill
   * has the status of one, too, whoever wrote it: what comes after looks at that.
   */
  public Article withStatus(Article article) {
    var judged = article.getLife() == null ? judged(article) : article;
    return VersionHistory.isKill(judged) && judged.getPubStatus() != PubStatus.CANCELED
        ? Article.newBuilder(judged).setPubStatus(PubStatus.CANCELED).build()
        : judged;
  }

  private Article judged(Article article) {
    var said =
        Said.of(
            article.getPubStatus().name(),
            Optional.ofNullable(article.getSignal()).map(Enum::name).orElse(""),
            article.getEmbargoed(),
            article.getEmbargoUnread());
    var draft = Article.newBuilder(article);
    var fields =
        new LifePlaces(article.getFormat()).of(LifeFields.words(draft), article.getExtra());
    // the epoch is what a record has that was never received
    var received = article.getReceivedAt();
    var reception = new Reception(received.equals(Instant.EPOCH) ? null : received, null);
    LifeFields.put(life(reader.judge(new Notice(fields, said, reception))), draft);
    return draft.build();
  }

  private static Life life(Judgement judgement) {
    return Life.newBuilder()
        .setDecision(judgement.decision().written())
        .setSignal(judgement.signal().written())
        .setUntil(judgement.until())
        .setBecause(
            judgement.because().stream()
                .map(each -> new LifeReason(each.field(), each.words(), each.rule()))
                .toList())
        .build();
  }
}
