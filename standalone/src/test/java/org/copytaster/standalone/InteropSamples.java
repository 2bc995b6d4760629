package org.copytaster.standalone;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.copytaster.schemas.history.Tombstone;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.DocumentCreationTime;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.Entity;
import org.copytaster.schemas.record.EntityType;
import org.copytaster.schemas.record.Mention;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Signal;
import org.copytaster.schemas.record.Timex;
import org.copytaster.schemas.record.TimexType;
import org.copytaster.schemas.record.Zone;
import org.copytaster.schemas.record.ZoneSpan;

/** Articles with something in every kind of field, for those who read what we write. */
final class InteropSamples {

  static final Instant CREATED = Instant.parse("2026-11-23T10:15:30Z");
  static final String TEXT = "Müller visits Zürich 🚲 on Friday";

  private InteropSamples() {}

  static Article article(String guid) {
    return Article.newBuilder()
        .setGuid(guid)
        .setVersion(3)
        .setVersionCreated(CREATED)
        .setSignal(Signal.CORRECTION)
        .setUrgency(2)
        .setLanguage("en")
        .setHeadline("Müller visits Zürich")
        .setBody(TEXT)
        .setZones(List.of(zone()))
        .setSource("http")
        .setReceivedAt(CREATED.plusMillis(1_234))
        .setContentHash("ab".repeat(32))
        .build();
  }

  static EnrichedArticle enriched(String guid) {
    return EnrichedArticle.newBuilder()
        .setArticle(article(guid))
        .setText(TEXT)
        .setZones(List.of(zone()))
        .setLanguage("en")
        .setDct(new DocumentCreationTime("2026-11-23T10:15:30Z", "versionCreated", 1.0))
        .setEntities(
            List.of(
                entity("local:müller", "Müller", EntityType.PER, 0, 6),
                entity("geonames:2657896", "Zürich", EntityType.LOC, 14, 20)))
        .setTimexes(List.of(friday()))
        .setEngines(Map.of("timex", "weekday-1"))
        .setEnrichedAt(CREATED.plusMillis(2_345))
        .build();
  }

  /** A kill: no text, no tags. */
  static EnrichedArticle kill(String guid) {
    var killed =
        Article.newBuilder(article(guid))
            .setVersion(4)
            .setPubStatus(PubStatus.CANCELED)
            .setSignal(Signal.KILL)
            .build();
    return Tombstone.of(killed, CREATED);
  }

  private static ZoneSpan zone() {
    return new ZoneSpan(0, TEXT.length(), Zone.BODY, 1.0, null, null);
  }

  private static Entity entity(String id, String name, EntityType type, int begin, int end) {
    return Entity.newBuilder()
        .setId(id)
        .setName(name)
        .setType(type)
        .setSalience(0.5)
        .setMentions(List.of(new Mention(begin, end, TEXT.substring(begin, end), Zone.BODY, type)))
        .build();
  }

  private static Timex friday() {
    int begin = TEXT.indexOf("Friday");
    return Timex.newBuilder()
        .setBegin(begin)
        .setEnd(TEXT.length())
        .setSurface("Friday")
        .setType(TimexType.DATE)
        .setValue("2026-11-27")
        .setFrom("2026-11-27T00:00:00Z")
        .setTo("2026-11-28T00:00:00Z")
        .setGrain("day")
        .setAnchor("dct")
        .setRule("weekday")
        .setConfidence(0.9)
        .build();
  }
}
