package org.copytaster.standalone.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.copytaster.ingest.page.Page;
import org.copytaster.ingest.page.PageDate;
import org.copytaster.ingest.page.PageReader;
import org.copytaster.ingest.page.PageTooLarge;
import org.copytaster.ingest.page.PageTrainer;
import org.copytaster.standalone.extract.PageFile;
import org.copytaster.standalone.extract.PageJson;

/** Finds the articles in the pages of a gold standard and scores what comes out. */
final class PageEvaluation {

  private final JsonMapper mapper = new JsonMapper();
  private final PageJson json = new PageJson();
  private final LocalDate latest;
  private final Writer system;

  PageEvaluation(LocalDate latest, Writer system) {
    this.latest = latest;
    this.system = system;
  }

  private record GoldPage(JsonNode line, Path file) {

    String text() {
      return line.path("gold_text").asText("");
    }
  }

  /** Scores the model that comes with this version. */
  PageScore of(Path gold) throws IOException {
    var score = new PageScore();
    var reader = new PageReader();
    for (var page : pages(gold)) {
      score(page, reader, score);
    }
    return score;
  }

  /**
   * Scores models that never saw the pages that they are scored on: as many as {@code folds}, each
   * trained on the pages of the others.
   */
  PageScore crossValidated(Path gold, int folds) throws IOException {
    var pages = pages(gold);
    var trainer = new PageTrainer();
    for (var page : pages) {
      try {
        trainer.add(PageFile.read(page.file()).text(), page.text());
      } catch (PageTooLarge e) {
        throw new IOException(page.file() + ": " + e.getMessage(), e);
      }
    }
    var score = new PageScore();
    for (int fold = 0; fold < folds; fold++) {
      var reader = trainer.readerWithout(fold, folds);
      for (int i = fold; i < pages.size(); i += folds) {
        score(pages.get(i), reader, score);
      }
    }
    return score;
  }

  private void score(GoldPage gold, PageReader reader, PageScore score) throws IOException {
    var decoded = PageFile.read(gold.file());
    try {
      var page = reader.read(decoded.text(), latest);
      score.add(said(gold.line()), said(page));
      system.write(json.of(gold.line().path("id").asText(), page, decoded.repairs()) + "\n");
    } catch (PageTooLarge e) {
      score.add(said(gold.line()), new PageScore.Said("", null, null));
    }
  }

  private List<GoldPage> pages(Path gold) throws IOException {
    var pages = new ArrayList<GoldPage>();
    for (var text : Files.readAllLines(gold)) {
      var line = mapper.readTree(text);
      pages.add(new GoldPage(line, gold.resolveSibling(line.path("page").asText(""))));
    }
    return pages;
  }

  private static PageScore.Said said(JsonNode gold) {
    return new PageScore.Said(
        gold.path("gold_text").asText(""),
        gold.path("title").asText(null),
        gold.path("date").asText(null));
  }

  private static PageScore.Said said(Page page) {
    return new PageScore.Said(
        page.text(), page.title(), page.published().map(PageDate::value).orElse(null));
  }
}
