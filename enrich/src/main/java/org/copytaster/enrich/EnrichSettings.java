package org.copytaster.enrich;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.copytaster.enrich.tag.SourceLocales;
import org.copytaster.runtime.Door;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.runtime.Settings;
import org.copytaster.runtime.health.DiskRoom;
import org.copytaster.runtime.trace.TraceSettings;
import org.copytaster.tagging.entity.known.Knowledge;
import org.copytaster.tagging.entity.link.Linking;
import org.copytaster.tagging.entity.tag.EntityModel;
import org.copytaster.tagging.entity.tag.EntityReader;

/**
 * How enrich is set up.
 *
 * @param door of metrics and health
 * @param application Kafka Streams' application id: instances with one id share the work
 * @param threads stream threads in this instance
 * @param state directory for the topology's stores; one for each instance
 * @param replication copies of the changelogs
 * @param inferredCreationTime whether relative dates may be reckoned from a creation time that was
 *     only inferred
 * @param sourceLocales in which locale a source writes
 * @param entityModel the model that finds entities
 * @param entityReader who looks for names with it
 * @param linkConfidence from 0 to 1; entities are linked with at least this
 * @param authority directory of the house's authority lists, if there is one
 * @param knowledge the house's own tables of people and organisations with ids
 * @param disk when it is not ready for want of room
 * @param trace where traces go
 */
public record EnrichSettings(
    KafkaSettings kafka,
    Door door,
    String application,
    int threads,
    Path state,
    int replication,
    boolean inferredCreationTime,
    SourceLocales sourceLocales,
    EntityModel entityModel,
    EntityReader entityReader,
    double linkConfidence,
    Optional<Path> authority,
    Knowledge knowledge,
    DiskRoom.Limits disk,
    TraceSettings trace) {

  private static final String KNOWLEDGE = "COPYTASTER_ENRICH_KNOWLEDGE";
  private static final String ENTITY_MODEL = "COPYTASTER_ENRICH_ENTITY_MODEL";
  private static final String ENTITY_READER = "COPYTASTER_ENRICH_ENTITY_READER";
  private static final String SOURCE_LOCALES = "COPYTASTER_ENRICH_SOURCE_LOCALES";

  /** Reads them; problems are noted in {@code settings}. */
  public static EnrichSettings read(Settings settings) {
    return new EnrichSettings(
        KafkaSettings.read(settings),
        Door.read(settings, "COPYTASTER_ENRICH_OPS_PORT", 8082, "ops port of enrich"),
        settings.text(
            "COPYTASTER_ENRICH_APPLICATION",
            "copytaster-enrich",
            "application id; instances with one id share the work"),
        settings.number("COPYTASTER_ENRICH_THREADS", 2, 1, 64, "stream threads of an instance"),
        Path.of(
            settings.text(
                "COPYTASTER_ENRICH_STATE",
                "state/enrich",
                "directory for the topology's stores, one for each instance")),
        settings.number("COPYTASTER_REPLICATION", 1, 1, 9, "copies of each partition"),
        settings.flag(
            "COPYTASTER_ENRICH_INFERRED_CREATION_TIME",
            false,
            "whether relative dates may be reckoned from a creation time that was only inferred"),
        sourceLocales(settings),
        entityModel(settings),
        entityReader(settings),
        settings.fraction(
            "COPYTASTER_ENRICH_LINK_CONFIDENCE",
            Linking.DEFAULT.leastConfidence(),
            "entities are linked with at least this confidence, from 0 to 1"),
        settings
            .optional(
                "COPYTASTER_ENRICH_AUTHORITY",
                "directory of the house's authority lists, *.tsv; a change is taken within seconds")
            .map(Path::of),
        knowledge(settings),
        DiskRoom.read(settings),
        TraceSettings.read(settings));
  }

  private static Knowledge knowledge(Settings settings) {
    var paths =
        settings.text(
            KNOWLEDGE,
            "",
            "the house's own tables of who is known by id, files apart by commas; see linking.md");
    try {
      return Knowledge.read(
          Arrays.stream(paths.split(",", -1))
              .map(String::strip)
              .filter(path -> !path.isEmpty())
              .map(Path::of)
              .toList());
    } catch (IOException e) {
      settings.problem(KNOWLEDGE, Objects.requireNonNullElse(e.getMessage(), "cannot be read"));
      return Knowledge.NONE;
    }
  }

  private static EntityModel entityModel(Settings settings) {
    var label =
        settings.text(
            ENTITY_MODEL,
            EntityModel.NEWS.label(),
            "the model that finds entities: news, or open, which learnt from openly licensed texts"
                + " only");
    for (var model : EntityModel.values()) {
      if (model.label().equals(label.toLowerCase(Locale.ROOT))) {
        return model;
      }
    }
    settings.problem(ENTITY_MODEL, "must be news or open, but is '" + label + "'");
    return EntityModel.NEWS;
  }

  private static EntityReader entityReader(Settings settings) {
    var label =
        settings.text(
            ENTITY_READER,
            EntityReader.DEFAULT.label(),
            "who looks for names: fast, or sure, with a neural net where the first is not sure");
    for (var reader : EntityReader.values()) {
      if (reader.label().equals(label.toLowerCase(Locale.ROOT))) {
        return reader;
      }
    }
    settings.problem(ENTITY_READER, "must be fast or sure, but is '" + label + "'");
    return EntityReader.DEFAULT;
  }

  private static SourceLocales sourceLocales(Settings settings) {
    var entries =
        settings.text(
            SOURCE_LOCALES,
            "",
            "in which locale a source writes, such as pa=en-GB,ap=en-US; else the region of an"
                + " article's language says what 10/11/2024 is");
    try {
      return SourceLocales.parse(entries);
    } catch (IllegalArgumentException e) {
      settings.problem(
          SOURCE_LOCALES, Objects.requireNonNullElse(e.getMessage(), "cannot be read"));
      return SourceLocales.NONE;
    }
  }
}
