package org.copytaster.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.schemas.record.Article;
import org.junit.jupiter.api.Test;

/** docs/formats.md against the code. */
class FormatsPageTest {

  private static final Path PAGE = Path.of("../docs/formats.md");

  @Test
  void everyReaderHasItsPlaceAndNoOtherIsTold() throws IOException {
    assertThat(found("^(?:Reader |\\| )`([^`]+)`"))
        .containsExactlyInAnyOrderElementsOf(
            new Formats().all().stream().map(ArticleFormat::name).toList());
  }

  @Test
  void theTablesNameFieldsOfTheRecord() throws IOException {
    var fields =
        new ArrayList<>(
            Article.getClassSchema().getFields().stream().map(Schema.Field::name).toList());
    fields.add("all");

    assertThat(ofTables()).hasSizeGreaterThan(20).isSubsetOf(fields);
  }

  /** What stands in the first column of each table that begins with our fields. */
  private static List<String> ofTables() throws IOException {
    var names = new ArrayList<String>();
    boolean within = false;
    for (var line : Files.readAllLines(PAGE)) {
      within = line.startsWith("|") && (within || line.startsWith("| our field |"));
      if (within && !line.startsWith("| our field |") && !line.startsWith("| ---")) {
        names.addAll(List.of(line.split("\\|", -1)[1].strip().split(", ", -1)));
      }
    }
    return names;
  }

  private static List<String> found(String pattern) throws IOException {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(Files.readString(PAGE))
        .results()
        .map(match -> match.group(1))
        .toList();
  }
}
