package org.copytaster.schemas.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.ArticleLink;
import org.copytaster.schemas.record.PubStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each field of an article stays or goes as {@code tombstone.tsv} says, which knows them all. */
class TombstoneTableTest {

  private static final String STAYS = "stays";
  private static final String STAYS_IN_A_KILL = "stays in a kill";
  private static final String GOES = "goes";

  private static final List<Schema.Field> FIELDS = Article.getClassSchema().getFields();

  /** Avro's types that hold no others: what is in them is decided with their field. */
  private static final Set<Schema.Type> SINGLE =
      Set.of(
          Schema.Type.STRING,
          Schema.Type.INT,
          Schema.Type.LONG,
          Schema.Type.BOOLEAN,
          Schema.Type.ENUM,
          Schema.Type.NULL);

  @Test
  void everyFieldIsDecided() {
    assertThat(lines().map(line -> line.get(0)))
        .as("the fields of tombstone.tsv: decide for each of Article.avsc whether it stays")
        .containsExactlyElementsOf(FIELDS.stream().map(Schema.Field::name).toList());
    assertThat(lines())
        .allSatisfy(
            line -> {
              assertThat(line).hasSize(3).allSatisfy(cell -> assertThat(cell).isNotBlank());
              assertThat(line.get(1)).isIn(STAYS, STAYS_IN_A_KILL, GOES);
            });
  }

  @Test
  void whatStaysHoldsNothingWithin() {
    assertThat(FIELDS)
        .filteredOn(field -> !GOES.equals(decisions().get(field.name())))
        .filteredOn(field -> !isLink(field))
        .allSatisfy(field -> assertThat(types(field)).as(field.name()).allMatch(SINGLE::contains));
    assertThat(ArticleLink.getClassSchema().getFields())
        .extracting(Schema.Field::name)
        .as("links stay: they may say which article, and nothing else")
        .containsExactly("guid", "version");
  }

  @ParameterizedTest
  @EnumSource(PubStatus.class)
  void eachFieldStaysOrGoesAsTheTableSays(PubStatus status) {
    var article = FilledArticle.withStatus(status);

    var tombstone = Tombstone.of(article);

    for (var field : FIELDS) {
      var expected = stays(field, status) ? article.get(field.pos()) : nothing().get(field.pos());
      assertThat(tombstone.get(field.pos())).as(field.name()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource(PubStatus.class)
  void noOtherProseIsLeft(PubStatus status) {
    var tombstone = Tombstone.of(FilledArticle.withStatus(status));

    assertThat(texts(tombstone, new HashSet<>()))
        .containsExactlyInAnyOrderElementsOf(
            FIELDS.stream()
                .filter(field -> stays(field, status))
                .filter(field -> isLink(field) || types(field).contains(Schema.Type.STRING))
                .map(field -> field.name() + (isLink(field) ? ".guid" : ""))
                .map(FilledArticle::prose)
                .toList());
  }

  /** Else the tests above would look at nothing. */
  @Test
  void theArticleThatIsTriedHasSomethingInEveryField() {
    var article = FilledArticle.withStatus(PubStatus.CANCELED);

    assertThat(FIELDS)
        .allSatisfy(
            field ->
                assertThat(article.get(field.pos()))
                    .as(field.name())
                    .isNotEqualTo(nothing().get(field.pos())));
    assertThat(texts(article, new HashSet<>()))
        .contains(
            FilledArticle.prose("extra.key"),
            FilledArticle.prose("extra.value"),
            FilledArticle.prose("subjects.parents"),
            FilledArticle.prose("picture.caption"));
  }

  private static Article nothing() {
    return Article.newBuilder().build();
  }

  private static boolean stays(Schema.Field field, PubStatus status) {
    var decision = decisions().get(field.name());
    return STAYS.equals(decision)
        || (STAYS_IN_A_KILL.equals(decision) && status == PubStatus.CANCELED);
  }

  private static boolean isLink(Schema.Field field) {
    return field.schema().isUnion()
        && field.schema().getTypes().contains(ArticleLink.getClassSchema());
  }

  private static List<Schema.Type> types(Schema.Field field) {
    return field.schema().isUnion()
        ? field.schema().getTypes().stream().map(Schema::getType).toList()
        : List.of(field.schema().getType());
  }

  private static Set<String> texts(@Nullable Object value, Set<String> found) {
    if (value instanceof CharSequence text) {
      if (!text.isEmpty()) {
        found.add(text.toString());
      }
    } else if (value instanceof Iterable<?> list) {
      list.forEach(each -> texts(each, found));
    } else if (value instanceof Map<?, ?> map) {
      texts(map.keySet(), found);
      texts(map.values(), found);
    } else if (value instanceof IndexedRecord record) {
      record.getSchema().getFields().forEach(field -> texts(record.get(field.pos()), found));
    }
    return found;
  }

  private static Map<String, String> decisions() {
    return lines().collect(Collectors.toMap(line -> line.get(0), line -> line.get(1)));
  }

  private static Stream<List<String>> lines() {
    try (var table =
        Objects.requireNonNull(TombstoneTableTest.class.getResourceAsStream("tombstone.tsv"))) {
      return new String(table.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> List.of(line.split("\t", -1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
