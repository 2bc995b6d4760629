package org.copytaster.parts.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.ArticleLink;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.Life;
import org.copytaster.schemas.record.LifeReason;
import org.copytaster.schemas.record.Picture;
import org.copytaster.schemas.record.PublicationDate;
import org.copytaster.schemas.record.Signal;
import org.copytaster.schemas.record.Subject;
import org.copytaster.schemas.record.Zone;
import org.copytaster.schemas.record.ZoneSpan;

/** An article with something in every field, and which fields are in the JSON of one. */
public final class FullSample {

  private FullSample() {}

  /** A usable article of version 1; a new field of the schema has to be filled here. */
  public static EnrichedArticle article(String guid) {
    var enriched = EnrichedArticle.newBuilder(EnrichedSamples.usable(guid, 1, "Naira steadies"));
    var received = EnrichedSamples.RECEIVED;
    var article =
        Article.newBuilder(enriched.getArticle())
            .setFirstCreated(received.minusSeconds(120))
            .setEmbargoed(received.minusSeconds(30))
            .setEmbargoUnread(true)
            .setSignal(Signal.UPDATE)
            .setLanguage("en-NG")
            .setByline("By Ada Obi")
            .setDateline("LAGOS")
            .setCreditline("Sample Wire")
            .setUsageTerms("Not for sale")
            .setUrl("https://example.org/naira")
            .setSubjects(
                List.of(
                    new Subject("medtop", "20000385", "currency", "subject", List.of("1", "2"))))
            .setZones(List.of(new ZoneSpan(0, 7, Zone.CREDIT, 0.5, 100, 107)))
            .setPublicationDates(List.of(new PublicationDate("2026-03-03", "json-ld", true)))
            .setPicture(new Picture("https://example.org/p", "A market", "Library photo"))
            .setRepairs(List.of("mojibake"))
            .setExtra(Map.of("desk \"é\"", "東京"))
            .setFormat("ninjs")
            .setOriginal("0f".repeat(32))
            .setLife(
                new Life(
                    "hold-until",
                    "correction",
                    received,
                    List.of(new LifeReason("edNote", "Embargo: noon", "embargo-label")),
                    Map.of("signal", "UPDATE")))
            .setCorrective(true)
            .setCorrects(new ArticleLink("urn:sample:wrong", 3))
            .setEvolvedFrom(new ArticleLink("urn:sample:first", 2))
            .setSubstitutes(new ArticleLink("urn:sample:killed", 1))
            .setSubstitutedBy(new ArticleLink("urn:sample:better", 7))
            .setReadAgainAt(Instant.parse("2026-03-10T12:00:00Z"));
    return enriched.setArticle(article.build()).build();
  }

  /** The fields of {@code schema}, and of the records in it, that {@code json} has not. */
  public static List<String> missing(Schema schema, JsonNode json) {
    var missing = new ArrayList<String>();
    missing("", schema, json, missing);
    return missing;
  }

  private static void missing(String path, Schema schema, JsonNode json, List<String> missing) {
    switch (schema.getType()) {
      case UNION -> missing(path, schema.getTypes().get(1), json, missing);
      case ARRAY -> missing(path, schema.getElementType(), json.path(0), missing);
      case MAP -> missing(path, schema.getValueType(), first(json), missing);
      case RECORD -> {
        for (var field : schema.getFields()) {
          var name = path.isEmpty() ? field.name() : path + "." + field.name();
          missing(name, field.schema(), json.path(field.name()), missing);
        }
      }
      default -> {
        if (json.isMissingNode() || json.isNull() || json.asText().isEmpty()) {
          missing.add(path);
        }
      }
    }
  }

  private static JsonNode first(JsonNode object) {
    var values = object.elements();
    return values.hasNext() ? values.next() : object.path(0);
  }
}
