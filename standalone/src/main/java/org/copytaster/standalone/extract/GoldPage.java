package org.copytaster.standalone.extract;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.copytaster.formats.page.PageTooLargeException;
import org.copytaster.formats.page.train.PageTrainer;
import org.copytaster.formats.text.Decoded;
import org.jspecify.annotations.Nullable;

/**
 * A page whose article somebody marked.
 *
 * @param file the page, plain or gzipped
 * @param text the words of its article
 * @param title its headline, if the gold standard has one
 * @param date the day of its publication, if the gold standard has one
 */
public record GoldPage(
    String id, Path file, String text, @Nullable String title, @Nullable String date) {

  /**
   * The pages that a gold standard lists; none is read yet.
   *
   * @param gold JSON lines {@code {"id","page","gold_text","title","date"}}, page being the name of
   *     a file beside it
   * @throws IOException if it cannot be read or is no JSON
   */
  public static List<GoldPage> list(Path gold) throws IOException {
    var json = new JsonMapper();
    var pages = new ArrayList<GoldPage>();
    for (var text : Files.readAllLines(gold)) {
      var line = json.readTree(text);
      pages.add(
          new GoldPage(
              line.path("id").asText(),
              gold.resolveSibling(line.path("page").asText("")),
              line.path("gold_text").asText(""),
              line.path("title").asText(null),
              line.path("date").asText(null)));
    }
    return pages;
  }

  /**
   * The page as text.
   *
   * @throws IOException with a sentence that says what is wrong, if it cannot be read or is no text
   */
  public Decoded decoded() throws IOException {
    return PageFile.read(file);
  }

  /**
   * Lets a trainer learn from the page.
   *
   * @param decoded what {@link #decoded} gave
   * @throws IOException if no reader would read a page that large
   */
  public void teach(PageTrainer trainer, Decoded decoded) throws IOException {
    try {
      trainer.add(decoded.text(), text);
    } catch (PageTooLargeException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }
}
