package org.copytaster.standalone.evaluate;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import org.copytaster.formats.page.Page;
import org.copytaster.formats.page.PageDate;
import org.copytaster.formats.page.PageReader;
import org.copytaster.formats.page.PageTooLargeException;
import org.copytaster.formats.page.train.PageTrainer;
import org.copytaster.formats.text.Decoded;
import org.copytaster.standalone.extract.GoldPage;
import org.copytaster.standalone.extract.PageJson;

/** Finds the articles in the pages of a gold standard and scores what comes out. */
final class PageEvaluation {

  private final PageJson json = new PageJson();
  private final LocalDate latest;
  private final Writer system;

  PageEvaluation(LocalDate latest, Writer system) {
    this.latest = latest;
    this.system = system;
  }

  /** Scores the model that comes with this version. */
  PageScore of(Path gold) throws IOException {
    var score = new PageScore();
    var reader = new PageReader();
    for (var page : GoldPage.list(gold)) {
      score(page, page.decoded(), reader, score);
    }
    return score;
  }

  /**
   * Scores models that never saw the pages that they are scored on: as many as {@code folds}, each
   * trained on the pages of the others.
   */
  PageScore crossValidated(Path gold, int folds) throws IOException {
    var pages = GoldPage.list(gold);
    var trainer = new PageTrainer();
    var texts = new ArrayList<Decoded>();
    for (var page : pages) {
      var decoded = page.decoded();
      page.teach(trainer, decoded);
      texts.add(decoded);
    }
    var score = new PageScore();
    for (int fold = 0; fold < folds; fold++) {
      var reader = trainer.readerWithout(fold, folds);
      for (int i = fold; i < pages.size(); i += folds) {
        score(pages.get(i), texts.get(i), reader, score);
      }
    }
    return score;
  }

  private void score(GoldPage gold, Decoded decoded, PageReader reader, PageScore score)
      throws IOException {
    var said = new PageScore.PageAnswer(gold.text(), gold.title(), gold.date());
    try {
      var page = reader.read(decoded.text(), latest);
      score.add(said, said(page));
      system.write(json.of(gold.id(), page, decoded.repairs()) + "\n");
    } catch (PageTooLargeException e) {
      score.add(said, new PageScore.PageAnswer("", null, null));
    }
  }

  private static PageScore.PageAnswer said(Page page) {
    return new PageScore.PageAnswer(
        page.text(), page.title(), page.published().map(PageDate::value).orElse(null));
  }
}
