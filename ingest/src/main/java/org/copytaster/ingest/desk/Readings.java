package org.copytaster.ingest.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.copytaster.formats.Formats;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.formats.copy.Circumstances;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.schemas.history.LifeFields;
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
 * Copy as it is read and judged: the one way from bytes to articles, for whoever takes copy in,
 * reads it again or only shows it. Costly to make, safe to share.
 */
public final class Readings {

  private final Formats formats;
  private final LifeReader life = LifeReader.read();

  public Readings(Formats formats) {
    this.formats = formats;
  }

  /**
   * What {@code format} makes of {@code copy}, each article with its life.
   *
   * @throws UnreadableCopyException if the copy does not follow the format
   */
  public List<Reading> read(ArticleFormat format, Copy copy) throws UnreadableCopyException {
    var readings = formats.read(format, copy);
    for (var reading : readings) {
      if (reading instanceof Reading.Text text) {
        judge(text.draft(), copy.circumstances());
      }
    }
    return readings;
  }

  private void judge(Article.Builder draft, Circumstances circumstances) {
    // a builder has no defaults before it builds
    if (!draft.hasPubStatus()) {
      draft.setPubStatus(PubStatus.USABLE);
    }
    if (!draft.hasExtra()) {
      draft.setExtra(Map.of());
    }
    var signal = Optional.ofNullable(draft.getSignal()).map(Enum::name).orElse("");
    var said =
        Said.of(
            draft.getPubStatus().name(), signal, draft.getEmbargoed(), draft.getEmbargoUnread());
    var reception = new Reception(circumstances.receivedAt(), circumstances.zone());
    var fields = new LifePlaces(draft.getFormat()).of(LifeFields.words(draft), draft.getExtra());
    LifeFields.put(record(life.judge(new Notice(fields, said, reception))), draft);
  }

  private static Life record(Judgement judgement) {
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
