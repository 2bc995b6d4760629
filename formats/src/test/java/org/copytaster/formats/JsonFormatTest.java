package org.copytaster.formats;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Map;
import org.copytaster.formats.copy.ArticleFields;
import org.copytaster.formats.copy.Copies;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.PubStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFormatTest {

  private final JsonFormat format = new JsonFormat();

  @Test
  void everyFieldOfTheSchemaThatASourceMaySetIsRead() {
    var ours =
        java.util.Set.of(
            "receivedAt",
            "readAgainAt",
            "contentHash",
            "embargoUnread",
            "life",
            "repairs",
            "format",
            "original");
    // the reader of pages says these
    var ofPages = java.util.Set.of("publicationDates", "picture");

    var names = new java.util.TreeSet<>(new ArticleFields().names());
    names.addAll(JsonFormat.LISTS);

    assertThat(names)
        .containsExactlyInAnyOrderElementsOf(
            Article.getClassSchema().getFields().stream()
                .map(field -> field.name())
                .filter(name -> !ours.contains(name) && !ofPages.contains(name))
                .toList());
  }

  @Test
  void fieldsAreReadUnderTheirIptcNames() throws UnreadableCopyException {
    var article =
        read(
            """
            {"guid":"g","version":3,"versionCreated":"2026-11-23T12:00:00+02:00",
             "pubStatus":"CANCELED","urgency":1,"headline":"H","body":"B",
             "subjects":[{"scheme":"medtop","code":"1","name":"n"}],
             "zones":[{"begin":0,"end":1,"zone":"BODY"}]}
            """);

    assertThat(article.getVersion()).isEqualTo(3);
    assertThat(article.getVersionCreated()).isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
    assertThat(article.getPubStatus()).isEqualTo(PubStatus.CANCELED);
    assertThat(article.getSubjects()).hasSize(1);
    assertThat(article.getZones()).hasSize(1);
  }

  @Test
  void anEmbargoThatCannotBeReadIsKeptAsOne() throws UnreadableCopyException {
    var article = read("{\"guid\":\"g\",\"body\":\"b\",\"embargoed\":\"noon tomorrow\"}");

    assertThat(article.getEmbargoUnread()).isTrue();
  }

  @Test
  void aByteOrderMarkIsNoCharacterOfTheCopy() throws UnreadableCopyException {
    assertThat(read("\uFEFF{\"guid\":\"g\",\"body\":\"b\"}").getGuid()).isEqualTo("g");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"body\":\"b\"}|guid|is missing",
        "{\"guid\":\"g\",\"version\":\"x\"}|version|must be a whole number",
        "{\"guid\":\"g\",\"version\":99999999999}|version|must be a whole number",
        "{\"guid\":\"g\",\"headlin\":\"h\"}|headlin|the nearest one is headline",
        "{\"guid\":\"g\",\"versionCreated\":\"2026-11-23\"}|versionCreated|ISO 8601",
        "{\"guid\":\"g\",\"versionCreated\":\"9999-11-23T00:00:00Z\"}|versionCreated|to 2199",
        "{\"guid\":\"g\",\"pubStatus\":\"DEAD\"}|pubStatus|must be one of",
        "{\"guid\":\"g\",\"body\":{\"x\":1}}|body|must be a text",
        "{\"guid\":\"g\",\"zones\":[{\"begin\":0,\"end\":1,\"zone\":\"X\"}]}|zones|must name zones",
        "{\"guid\":\"g\",\"subjects\":\"x\"}|subjects|must be a list",
        "{\"guid\":\"g\",\"guid\":\"h\"}||has a field twice at line 1",
        "{\"guid\":\"g\",||is not valid JSON at line 1",
        "{\"guid\":\"g\"} x||is not valid JSON at line 1",
        "[]||must be one JSON object",
        "[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]||is nested more than 16 deep",
      })
  void whatIsWrongIsSaidWithFieldAndReason(String copy, String field, String reason) {
    var refusal = catchThrowableOfType(UnreadableCopyException.class, () -> read(copy));

    assertThat(refusal.problems().get(0).field()).isEqualTo(field == null ? "" : field);
    assertThat(refusal.problems().get(0).reason()).contains(reason);
  }

  @Test
  void bytesOfAnotherCharsetAreReadAndFlagged() throws UnreadableCopyException {
    var bytes = "{\"guid\":\"g\",\"body\":\"Le café est fermé.\"}".getBytes(ISO_8859_1);

    var article = Copies.only(format, Copies.of(bytes, "utf-8", Map.of()));

    assertThat(article.getBody()).isEqualTo("Le café est fermé.");
    assertThat(article.getRepairs()).containsExactly("charset:declared-utf-8-read-as-windows-1252");
  }

  @Test
  void textThatWasMisreadBeforeItWasWrittenIsMended() throws UnreadableCopyException {
    var article =
        read(
            "{\"guid\":\"g\",\"headline\":\"CafÃ© shut\",\"body\":\"It\\u00e2\\u0080\\u0099s shut.\"}");

    assertThat(article.getHeadline()).isEqualTo("Café shut");
    assertThat(article.getBody()).isEqualTo("It’s shut.");
    assertThat(article.getRepairs()).containsExactly("mojibake");
  }

  @Test
  void bodyWhoseZonesTheSourceCountsStaysAsItIs() throws UnreadableCopyException {
    var article =
        read(
            """
            {"guid":"g","body":"CafÃ© shut","zones":[{"begin":0,"end":10,"zone":"BODY"}]}
            """);

    assertThat(article.getBody()).isEqualTo("CafÃ© shut");
    assertThat(article.getRepairs()).isEmpty();
  }

  @Test
  void errorsQuoteNothingOfTheCopy() {
    var refusal =
        catchThrowableOfType(UnreadableCopyException.class, () -> read("{\"guid\": secret words}"));

    assertThat(refusal).message().doesNotContain("secret");
  }

  private Article read(String copy) throws UnreadableCopyException {
    return Copies.only(format, Copies.of(copy.getBytes(UTF_8), null, Map.of()));
  }
}
