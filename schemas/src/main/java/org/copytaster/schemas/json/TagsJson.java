package org.copytaster.schemas.json;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.Entity;
import org.copytaster.schemas.record.Timex;

/**
 * The tags of an article as JSON: the one form in which the command line, the store and the console
 * show them. Offsets are UTF-16 into the text of the enriched article; a field without a value is
 * left out.
 */
public final class TagsJson {

  /** What of an enriched article are its tags. */
  public static final RecordJson TAGS =
      RecordJson.of(EnrichedArticle.getClassSchema())
          .take(
              "dct",
              "dctCandidates",
              "language",
              "languageConfidence",
              "zones",
              "entities",
              "timexes")
          .unlessEmpty("dctCandidates")
          .with(
              entities(),
              RecordJson.of(Timex.getClassSchema()).unlessEmpty("reason", "alternatives"));

  private static final JsonFactory FACTORY = new JsonFactory();

  private TagsJson() {}

  /** The tags as one JSON object in one line. */
  public static String of(EnrichedArticle enriched) {
    return TAGS.text(enriched);
  }

  /** The same object with the name of its text first. */
  public static String of(String doc, EnrichedArticle enriched) {
    var text = new StringWriter();
    try (var json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("doc", doc);
      TAGS.writeFields(enriched, json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes all that is written", e);
    }
    return text.toString();
  }

  /** Roles stand before the salience, as they have from the beginning. */
  private static RecordJson entities() {
    return RecordJson.of(Entity.getClassSchema())
        .take(
            "id",
            "name",
            "type",
            "knowledgeBaseId",
            "linkConfidence",
            "linkReason",
            "roles",
            "salience",
            "attributes",
            "mentions")
        .unlessEmpty("attributes");
  }
}
