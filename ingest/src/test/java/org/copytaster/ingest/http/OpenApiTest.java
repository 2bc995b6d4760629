package org.copytaster.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Stage;
import org.copytaster.schemas.record.Zone;
import org.junit.jupiter.api.Test;

class OpenApiTest {

  private final SwaggerParseResult parsed = parse();
  private final OpenAPI api = parsed.getOpenAPI();

  @Test
  void theDocumentIsValidOpenApi31() {
    assertThat(parsed.getMessages()).isEmpty();
    assertThat(api.getOpenapi()).startsWith("3.1");
  }

  @Test
  void theArticleHasTheFieldsOfTheRecord() {
    var ours =
        Set.of(
            "receivedAt",
            "readAgainAt",
            "contentHash",
            "embargoUnread",
            "life",
            "repairs",
            "format",
            "original");
    // the reader of pages says these
    var ofPages = Set.of("publicationDates", "picture");

    assertThat(schema("Article").getProperties().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Article.getClassSchema().getFields().stream()
                .map(field -> field.name())
                .filter(name -> !ours.contains(name) && !ofPages.contains(name))
                .toList());
  }

  @Test
  void theSymbolsAreThoseOfTheRecord() {
    var article = schema("Article");
    Schema<?> zone = property(article, "zones").getItems();

    assertThat(names(property(article, "pubStatus"))).isEqualTo(names(PubStatus.values()));
    assertThat(names(property(zone, "zone"))).isEqualTo(names(Zone.values()));
    assertThat(names(schema("Stage"))).isEqualTo(names(Stage.values()));
  }

  private Schema<?> schema(String name) {
    return Objects.requireNonNull(api.getComponents().getSchemas().get(name), name);
  }

  private static Schema<?> property(Schema<?> of, String name) {
    return Objects.requireNonNull(of.getProperties().get(name), name);
  }

  private static List<String> names(Schema<?> symbols) {
    return symbols.getEnum().stream().map(String::valueOf).toList();
  }

  private static List<String> names(Enum<?>[] symbols) {
    return Arrays.stream(symbols).map(Enum::name).toList();
  }

  private static SwaggerParseResult parse() {
    try (var in =
        Objects.requireNonNull(
            OpenApiTest.class.getResourceAsStream("/org/copytaster/ingest/openapi.yaml"))) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new OpenAPIV3Parser().readContents(text, null, new ParseOptions());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
