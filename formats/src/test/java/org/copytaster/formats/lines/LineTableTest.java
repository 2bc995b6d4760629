package org.copytaster.formats.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.copytaster.formats.copy.BodyBuilder;
import org.copytaster.formats.text.Rows;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Zone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LineTableTest {

  @TestFactory
  Stream<DynamicTest> leadInNamesPlaceAndAgency() throws IOException {
    return rows("lead-ins.tsv")
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.get(0),
                    () ->
                        assertThat(
                                LeadIn.of(row.get(0))
                                    .map(lead -> said(lead.place()) + "\t" + said(lead.agency()))
                                    .orElse("-\t"))
                            .isEqualTo(row.get(1) + "\t" + row.get(2))));
  }

  @TestFactory
  Stream<DynamicTest> bylineNamesWhoWroteIt() throws IOException {
    return rows("bylines.tsv")
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.get(0),
                    () -> assertThat(WriterNames.of(row.get(0)).orElse("")).isEqualTo(row.get(1))));
  }

  @TestFactory
  Stream<DynamicTest> linesThatAreNotTheStoryBecomeFields() throws IOException {
    return rows("texts.tsv")
        .map(row -> DynamicTest.dynamicTest(row.get(0), () -> becomesFields(row)));
  }

  private static void becomesFields(List<String> row) {
    var draft = Article.newBuilder().setBody(row.get(0));
    pairs(row.get(1)).forEach((field, value) -> put(draft, field, value));

    LineReader.read(draft, "nitf");

    assertThat(draft.getBody()).isEqualTo(row.get(2));
    var article = draft.setGuid("urn:x").build();
    pairs(row.get(3))
        .forEach((field, value) -> assertThat(said(article.get(field))).isEqualTo(value));
  }

  @Test
  void zonesStayWithTheirParagraphs() {
    var draft = Article.newBuilder().setGuid("urn:x").setHeadline("Crane falls");
    var body =
        new BodyBuilder()
            .add("Crane falls")
            .add("A crane fell.")
            .add("The crane.", Zone.CAPTION)
            .add("ab/cd");
    body.into(draft);

    LineReader.read(draft, "nitf");

    assertThat(draft.getBody()).isEqualTo("A crane fell.\n\nThe crane.");
    assertThat(draft.getZones())
        .singleElement()
        .satisfies(
            zone ->
                assertThat(draft.getBody().substring(zone.getBegin(), zone.getEnd()))
                    .isEqualTo("The crane."));
  }

  @Test
  void whatItsSourceHasCountedIsLeftAlone() {
    var draft = Article.newBuilder().setBody("By Ana Lyle\n\nA crane fell.");

    LineReader.read(draft, "json");

    assertThat(draft.getBody()).isEqualTo("By Ana Lyle\n\nA crane fell.");
    assertThat(draft.getByline()).isNull();
  }

  @Test
  void readingTwiceChangesNothingMore() {
    var draft =
        Article.newBuilder()
            .setBody("(Adds comment)\n\nBy Ana Lyle\n\nLYLE (AP) - A &amp;amp; B fell.\n\nab/cd");
    LineReader.read(draft, "nitf");
    var once = Article.newBuilder(draft).setGuid("urn:x").build();

    LineReader.read(draft, "nitf");

    assertThat(draft.setGuid("urn:x").build()).isEqualTo(once);
  }

  private static Map<String, String> pairs(String cell) {
    var pairs = new HashMap<String, String>();
    Arrays.stream(cell.split(" ; ", -1))
        .filter(pair -> pair.indexOf('=') > 0)
        .forEach(
            pair ->
                pairs.put(
                    pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1)));
    return pairs;
  }

  private static void put(Article.Builder draft, String field, String value) {
    switch (field) {
      case "headline" -> draft.setHeadline(value);
      case "byline" -> draft.setByline(value);
      case "dateline" -> draft.setDateline(value);
      case "creditline" -> draft.setCreditline(value);
      case "edNote" -> draft.setEdNote(value);
      default -> throw new IllegalArgumentException(field);
    }
  }

  private static String said(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static Stream<List<String>> rows(String table) throws IOException {
    return Rows.of(LineTableTest.class, table);
  }
}
