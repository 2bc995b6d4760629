package org.copytaster.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.copytaster.schemas.record.Acknowledgement;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.EntityMention;
import org.copytaster.schemas.record.FeedState;
import org.copytaster.schemas.record.Picture;
import org.copytaster.schemas.record.Recall;
import org.copytaster.schemas.record.Receipt;
import org.copytaster.schemas.record.Subject;
import org.copytaster.schemas.record.Zone;
import org.copytaster.schemas.record.ZoneSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordJsonTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final RecordJson ARTICLE = RecordJson.of(Article.getClassSchema());

  static Stream<Schema> schemas() {
    return Stream.of(
        Article.getClassSchema(),
        EnrichedArticle.getClassSchema(),
        Recall.getClassSchema(),
        Acknowledgement.getClassSchema(),
        EntityMention.getClassSchema(),
        FeedState.getClassSchema(),
        Receipt.getClassSchema());
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void everyFieldStandsUnderItsNameWithItsValue(Schema schema) throws Exception {
    var record = FilledRecords.of(schema);

    assertSame(record, JSON.readTree(RecordJson.of(schema).text(record)));
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void treeIsWhatTheTextSays(Schema schema) throws Exception {
    var record = FilledRecords.of(schema);
    var json = RecordJson.of(schema);

    assertThat(json.tree(record)).isEqualTo(JSON.readTree(json.text(record)));
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void fieldsStandInTheOrderOfTheSchema(Schema schema) {
    var tree = RecordJson.of(schema).tree(FilledRecords.of(schema));

    assertThat(tree.fieldNames())
        .toIterable()
        .containsExactlyElementsOf(schema.getFields().stream().map(Schema.Field::name).toList());
  }

  @Test
  void nullHasNoValueAndEmptyThingsHave() {
    var article =
        Article.newBuilder().setHeadline("").setPicture(new Picture("", null, "")).build();

    assertThat(ARTICLE.text(article))
        .isEqualTo(
            """
            {"guid":"","version":1,"embargoUnread":false,"pubStatus":"USABLE","headline":"",\
            "subjects":[],"body":"","zones":[],"publicationDates":[],\
            "picture":{"url":"","credit":""},"repairs":[],"extra":{},"format":"",\
            "source":"unknown","receivedAt":"1970-01-01T00:00:00Z","contentHash":""}""");
  }

  @Test
  void emptyTextIsLeftOutAtEveryDepthIfItIsToBe() {
    var article =
        Article.newBuilder()
            .setGuid("g")
            .setHeadline("")
            .setExtra(Map.of("a", ""))
            .setRepairs(List.of(""))
            .setPicture(new Picture("", null, ""))
            .build();

    var tree = ARTICLE.take("guid", "headline", "extra", "repairs", "picture").withoutEmptyText();

    assertThat(tree.text(article))
        .isEqualTo("{\"guid\":\"g\",\"extra\":{\"a\":\"\"},\"repairs\":[\"\"],\"picture\":{}}");
  }

  @Test
  void emptyListMapOrTextIsLeftOutWhereItIsNamed() {
    var json =
        ARTICLE.take("headline", "zones", "extra", "repairs").unlessEmpty("headline", "zones");
    var article = Article.newBuilder().setHeadline("").build();

    assertThat(json.text(article)).isEqualTo("{\"extra\":{},\"repairs\":[]}");
    assertThat(json.unlessEmpty("extra", "repairs").text(article)).isEqualTo("{}");
  }

  @Test
  void nullsAreWrittenIfTheyAreToBe() {
    var article = Article.newBuilder().setSubjects(List.of(subject())).build();

    assertThat(
            ARTICLE.take("headline", "embargoed", "picture", "subjects").withNulls().text(article))
        .isEqualTo(
            """
            {"headline":null,"embargoed":null,"picture":null,"subjects":[{"scheme":null,\
            "code":null,"name":"Floods","type":"event","parents":[]}]}""");
  }

  @Test
  void fieldsThatAreTakenStandInTheOrderOfTheSelection() {
    assertThat(ARTICLE.take("version", "guid").text(Article.newBuilder().setGuid("g").build()))
        .isEqualTo("{\"version\":1,\"guid\":\"g\"}");
  }

  @Test
  void whatIsLeftOutIsAllThatIsMissing() {
    var article = FilledRecords.of(Article.getClassSchema());
    var rest = ARTICLE.tree(article);
    rest.remove(List.of("body", "zones"));

    assertThat(ARTICLE.without("body", "zones").tree(article)).isEqualTo(rest);
  }

  @Test
  void nestedRecordsAreWrittenAsTheirSelectionSays() {
    var article =
        Article.newBuilder()
            .setZones(List.of(new ZoneSpan(1, 2, Zone.CAPTION, 0.5, 3, 4)))
            .setSubjects(List.of(subject()))
            .build();
    var zones = RecordJson.of(ZoneSpan.getClassSchema()).take("zone", "begin");

    assertThat(ARTICLE.with(zones).take("zones", "subjects").text(article))
        .isEqualTo(
            """
            {"zones":[{"zone":"CAPTION","begin":1}],\
            "subjects":[{"name":"Floods","type":"event","parents":[]}]}""");
  }

  @Test
  void nulAndControlCharactersComeBackAsTheyWere() throws Exception {
    var hard = "a\0b\u0001\t\\u0000\u2028\uFFFF";
    var article = Article.newBuilder().setBody(hard).setExtra(Map.of(hard, hard)).build();

    var read = JSON.readTree(ARTICLE.text(article));

    assertThat(read.path("body").textValue()).isEqualTo(hard);
    assertThat(read.path("extra").path(hard).textValue()).isEqualTo(hard);
  }

  @Test
  void genericRecordsAreWrittenAsGeneratedOnes() {
    var schema = Receipt.getClassSchema();
    var generic = new GenericData.Record(schema);
    generic.put("stage", new GenericData.EnumSymbol(schema.getField("stage").schema(), "HELD"));
    generic.put("time", FilledRecords.TIME.toEpochMilli());

    assertThat(RecordJson.of(schema).take("stage", "time").text(generic))
        .isEqualTo("{\"stage\":\"HELD\",\"time\":\"2026-03-03T09:00:00.120Z\"}");
  }

  @Test
  void fieldThatIsNotThereIsRefusedBeforeAnythingIsWritten() {
    assertThatThrownBy(() -> ARTICLE.without("headlin"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Article has no field headlin here");
    assertThatThrownBy(() -> ARTICLE.take("guid", "bodies")).hasMessageContaining("bodies");
    assertThatThrownBy(() -> ARTICLE.without("body").unlessEmpty("body"))
        .hasMessageContaining("body");
  }

  @Test
  void listIsAnArrayOfItsRecords() {
    var json = RecordJson.of(Subject.getClassSchema()).take("name");

    assertThat(json.list(List.of(subject(), subject()), new JsonFactory()))
        .isEqualTo("[{\"name\":\"Floods\"},{\"name\":\"Floods\"}]");
    assertThat(json.list(List.of(), new JsonFactory())).isEqualTo("[]");
  }

  @Test
  void recordOfAnotherSchemaIsRefused() {
    assertThatThrownBy(() -> ARTICLE.text(subject()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a record of Article but of Subject");
  }

  @Test
  void valuesWhoseFormNobodyDecidedAreRefusedBeforeAnythingIsWritten() {
    var record = SchemaBuilder.record("Odd").fields();
    var bytes = SchemaBuilder.record("Odd").fields().requiredBytes("raw").endRecord();
    var union =
        record.name("either").type().unionOf().intType().and().stringType().endUnion().noDefault();

    assertThatThrownBy(() -> RecordJson.of(bytes)).hasMessageContaining("BYTES");
    assertThatThrownBy(() -> RecordJson.of(union.endRecord())).hasMessageContaining("2 types");
    assertThatThrownBy(() -> RecordJson.of(Schema.create(Schema.Type.INT)))
        .hasMessageContaining("INT");
  }

  private static Subject subject() {
    return Subject.newBuilder().setName("Floods").setType("event").build();
  }

  private static void assertSame(IndexedRecord record, JsonNode json) {
    var fields = record.getSchema().getFields();
    assertThat(json.size()).isEqualTo(fields.size());
    for (var field : fields) {
      assertSame(field.name(), record.get(field.pos()), json.path(field.name()));
    }
  }

  private static void assertSame(String name, Object value, JsonNode json) {
    if (value instanceof IndexedRecord nested) {
      assertSame(nested, json);
    } else if (value instanceof List<?> list) {
      assertThat(json.size()).as(name).isEqualTo(list.size()).isPositive();
      for (int i = 0; i < list.size(); i++) {
        assertSame(name, list.get(i), json.path(i));
      }
    } else if (value instanceof Map<?, ?> map) {
      assertThat(json.size()).as(name).isEqualTo(map.size()).isPositive();
      map.forEach((key, each) -> assertSame(name, each, json.path(String.valueOf(key))));
    } else if (value instanceof Instant time) {
      assertThat(Instant.parse(json.textValue())).as(name).isEqualTo(time);
    } else if (value instanceof Number number) {
      assertThat(json.isNumber()).as(name).isTrue();
      assertThat(json.doubleValue()).as(name).isEqualTo(number.doubleValue());
    } else if (value instanceof Boolean flag) {
      assertThat(json.isBoolean() && json.booleanValue()).as(name).isEqualTo(flag);
    } else {
      assertThat(json.textValue()).as(name).isEqualTo(value.toString());
    }
  }
}
