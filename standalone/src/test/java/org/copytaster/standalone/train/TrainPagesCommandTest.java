package org.copytaster.standalone.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.copytaster.standalone.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainPagesCommandTest {

  private static final int PAGES = 8;

  @TempDir private Path directory = Path.of("");

  @Test
  void theSamePagesGiveTheSameModelByteByByte() throws IOException {
    var gold = gold();

    var first = train(gold, "first.model");
    var second = train(gold, "second.model");

    assertThat(Files.readAllBytes(first)).isEqualTo(Files.readAllBytes(second));
    assertThat(Files.readString(first)).contains("measures ").contains(":");
  }

  @Test
  void modelsAreScoredOnPagesThatTheyNeverSaw() throws IOException {
    var out = new StringWriter();

    int code =
        Main.commandLine()
            .setOut(new PrintWriter(out))
            .execute("evaluate", "pages", "--folds", "4", gold().toString());

    assertThat(code).isZero();
    assertThat(out.toString()).startsWith("pages " + PAGES).contains("text P 1.0000 R 1.0000");
  }

  private Path train(Path gold, String name) {
    var model = directory.resolve(name);
    int code =
        Main.commandLine()
            .setOut(new PrintWriter(new StringWriter()))
            .execute("train", "pages", gold.toString(), "--out", model.toString());
    assertThat(code).isZero();
    return model;
  }

  /** Pages of a menu of links and of paragraphs, which are easy to tell apart. */
  private Path gold() throws IOException {
    var json = new JsonMapper();
    var lines = new StringBuilder();
    for (int page = 0; page < PAGES; page++) {
      var html = new StringBuilder("<ul>");
      var article = new StringBuilder();
      for (int i = 0; i < 30; i++) {
        html.append("<li><a href='x'>Item ").append(page * 100 + i).append("</a></li>");
      }
      html.append("</ul><div class='story'>");
      for (int i = 0; i < 30; i++) {
        var paragraph =
            "Paragraph " + i + " of page " + page + " tells what the towns did, and why they did.";
        html.append("<p>").append(paragraph).append("</p>");
        article.append(paragraph).append('\n');
      }
      Files.writeString(directory.resolve(page + ".html"), html.append("</div>"));
      var line = json.createObjectNode();
      line.put("id", String.valueOf(page)).put("page", page + ".html");
      lines.append(line.put("gold_text", article.toString())).append('\n');
    }
    return Files.writeString(directory.resolve("gold.jsonl"), lines);
  }
}
