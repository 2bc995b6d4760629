package org.copytaster.schemas;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.copytaster.schemas.record.CreationCandidate;
import org.copytaster.schemas.record.DocumentCreationTime;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.Entity;
import org.copytaster.schemas.record.EntityAttribute;
import org.copytaster.schemas.record.Mention;
import org.copytaster.schemas.record.Timex;
import org.copytaster.schemas.record.ZoneSpan;
import org.jspecify.annotations.Nullable;

/**
 * The tags of an article as JSON: the one form in which the command line, the store and the console
 * show them. Offsets are UTF-16 into the text of the enriched article; a field without a value is
 * left out.
 */
public final class TagsJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private TagsJson() {}

  /** The tags as one JSON object in one line. */
  public static String of(EnrichedArticle enriched) {
    return write(null, enriched);
  }

  /** The same object with the name of its text first. */
  public static String of(String doc, EnrichedArticle enriched) {
    return write(doc, enriched);
  }

  private static String write(@Nullable String doc, EnrichedArticle enriched) {
    var text = new StringWriter();
    try (var json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      string(json, "doc", doc);
      creationTime(json, enriched.getDct());
      creationCandidates(json, enriched.getDctCandidates());
      string(json, "language", enriched.getLanguage());
      zones(json, enriched.getZones());
      entities(json, enriched.getEntities());
      timexes(json, enriched.getTimexes());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes all that is written", e);
    }
    return text.toString();
  }

  private static void creationTime(JsonGenerator json, @Nullable DocumentCreationTime dct)
      throws IOException {
    if (dct != null) {
      json.writeObjectFieldStart("dct");
      json.writeStringField("value", dct.getValue());
      json.writeStringField("method", dct.getMethod());
      json.writeNumberField("confidence", dct.getConfidence());
      json.writeEndObject();
    }
  }

  private static void creationCandidates(JsonGenerator json, List<CreationCandidate> candidates)
      throws IOException {
    if (candidates.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("dctCandidates");
    for (var candidate : candidates) {
      json.writeStartObject();
      json.writeStringField("value", candidate.getValue());
      json.writeStringField("method", candidate.getMethod());
      json.writeStringField("verdict", candidate.getVerdict().name());
      json.writeNumberField("confidence", candidate.getConfidence());
      json.writeStringField("reason", candidate.getReason());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void zones(JsonGenerator json, List<ZoneSpan> zones) throws IOException {
    json.writeArrayFieldStart("zones");
    for (var zone : zones) {
      json.writeStartObject();
      json.writeNumberField("begin", zone.getBegin());
      json.writeNumberField("end", zone.getEnd());
      json.writeStringField("zone", zone.getZone().name());
      json.writeNumberField("confidence", zone.getConfidence());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void entities(JsonGenerator json, List<Entity> entities) throws IOException {
    json.writeArrayFieldStart("entities");
    for (var entity : entities) {
      json.writeStartObject();
      json.writeStringField("id", entity.getId());
      json.writeStringField("name", entity.getName());
      json.writeStringField("type", entity.getType().name());
      link(json, entity);
      json.writeArrayFieldStart("roles");
      for (var role : entity.getRoles()) {
        json.writeString(role);
      }
      json.writeEndArray();
      json.writeNumberField("salience", entity.getSalience());
      attributes(json, entity.getAttributes());
      json.writeArrayFieldStart("mentions");
      for (var mention : entity.getMentions()) {
        mention(json, mention);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void attributes(JsonGenerator json, List<EntityAttribute> attributes)
      throws IOException {
    if (attributes.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("attributes");
    for (var attribute : attributes) {
      json.writeStartObject();
      json.writeStringField("kind", attribute.getKind());
      json.writeStringField("value", attribute.getValue());
      json.writeNumberField("begin", attribute.getBegin());
      json.writeNumberField("end", attribute.getEnd());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void link(JsonGenerator json, Entity entity) throws IOException {
    string(json, "knowledgeBaseId", entity.getKnowledgeBaseId());
    var confidence = entity.getLinkConfidence();
    if (confidence != null) {
      json.writeNumberField("linkConfidence", confidence);
    }
  }

  private static void mention(JsonGenerator json, Mention mention) throws IOException {
    json.writeStartObject();
    json.writeNumberField("begin", mention.getBegin());
    json.writeNumberField("end", mention.getEnd());
    json.writeStringField("surface", mention.getSurface());
    json.writeStringField("zone", mention.getZone().name());
    json.writeStringField("type", mention.getType().name());
    json.writeEndObject();
  }

  private static void timexes(JsonGenerator json, List<Timex> timexes) throws IOException {
    json.writeArrayFieldStart("timexes");
    for (var timex : timexes) {
      json.writeStartObject();
      json.writeNumberField("begin", timex.getBegin());
      json.writeNumberField("end", timex.getEnd());
      json.writeStringField("surface", timex.getSurface());
      json.writeStringField("zone", timex.getZone().name());
      json.writeStringField("type", timex.getType().name());
      string(json, "value", timex.getValue());
      string(json, "mod", timex.getMod());
      string(json, "quant", timex.getQuant());
      string(json, "freq", timex.getFreq());
      string(json, "from", timex.getFrom());
      string(json, "to", timex.getTo());
      string(json, "grain", timex.getGrain());
      string(json, "anchor", timex.getAnchor());
      string(json, "rule", timex.getRule());
      string(json, "reason", timex.getReason().isEmpty() ? null : timex.getReason());
      alternatives(json, timex.getAlternatives());
      number(json, "rangeBegin", timex.getRangeBegin());
      number(json, "rangeEnd", timex.getRangeEnd());
      json.writeNumberField("confidence", timex.getConfidence());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void alternatives(JsonGenerator json, List<String> values) throws IOException {
    if (!values.isEmpty()) {
      json.writeArrayFieldStart("alternatives");
      for (var value : values) {
        json.writeString(value);
      }
      json.writeEndArray();
    }
  }

  private static void number(JsonGenerator json, String name, @Nullable Integer value)
      throws IOException {
    if (value != null) {
      json.writeNumberField(name, value);
    }
  }

  private static void string(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }
}
