package org.copytaster.parts.testing;

import java.time.Instant;
import java.util.List;
import org.copytaster.parts.testing.leak.Marks;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.DocumentCreationTime;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.Entity;
import org.copytaster.schemas.record.EntityType;
import org.copytaster.schemas.record.Mention;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Timex;
import org.copytaster.schemas.record.TimexType;
import org.copytaster.schemas.record.Zone;
import org.copytaster.schemas.record.ZoneSpan;

/** Enriched articles as the topology writes them, made by hand. */
public final class EnrichedSamples {

  public static final Instant RECEIVED = Instant.parse("2026-03-03T09:00:00Z");

  /** Of every sample that says nothing of its own. */
  public static final String BODY = "Traders in Lagos return on Monday. " + Marks.in("body");

  private EnrichedSamples() {}

  /** A usable article that names Lagos and speaks of Monday. */
  public static EnrichedArticle usable(String guid, int version, String headline) {
    return usable(guid, version, headline, BODY);
  }

  public static EnrichedArticle usable(String guid, int version, String headline, String body) {
    var text = headline + "\n\n" + body;
    int start = headline.length() + 2;
    var enriched =
        EnrichedArticle.newBuilder()
            .setArticle(
                article(guid, version, PubStatus.USABLE)
                    .setHeadline(headline)
                    .setBody(body)
                    .setSlugline("MARKETS-LAGOS")
                    .setEdNote(Marks.in("note"))
                    .setUrgency(4)
                    .build())
            .setText(text)
            .setLanguage("en")
            .setDct(new DocumentCreationTime("2026-03-03T09:00:00Z", "versionCreated", 1.0))
            .setZones(
                List.of(
                    new ZoneSpan(0, headline.length(), Zone.HEADLINE, 1.0, null, null),
                    new ZoneSpan(start, text.length(), Zone.BODY, 1.0, null, null)))
            .setEnrichedAt(RECEIVED.plusSeconds(1));
    int lagos = text.indexOf("Lagos", start);
    int monday = text.indexOf("Monday", start);
    if (lagos > 0) {
      enriched.setEntities(List.of(lagos(lagos)));
    }
    if (monday > 0) {
      enriched.setTimexes(List.of(monday(monday)));
    }
    return enriched.build();
  }

  /** A usable article that came so many milliseconds after the others. */
  public static EnrichedArticle arrived(String guid, String headline, int millisLater) {
    var enriched = EnrichedArticle.newBuilder(usable(guid, 1, headline));
    return enriched
        .setArticle(
            Article.newBuilder(enriched.getArticle())
                .setReceivedAt(RECEIVED.plusMillis(millisLater))
                .build())
        .build();
  }

  /** The same version as read again at some time. */
  public static EnrichedArticle readAgain(EnrichedArticle reading, Instant at) {
    return EnrichedArticle.newBuilder(reading)
        .setArticle(
            Article.newBuilder(reading.getArticle())
                .setReadAgainAt(at)
                .setContentHash("hash of " + at)
                .build())
        .build();
  }

  public static EnrichedArticle kill(String guid, int version, String edNote) {
    return bare(article(guid, version, PubStatus.CANCELED).setEdNote(edNote).build());
  }

  public static EnrichedArticle withheld(String guid, int version) {
    return bare(article(guid, version, PubStatus.WITHHELD).build());
  }

  private static EnrichedArticle bare(Article article) {
    return EnrichedArticle.newBuilder().setArticle(article).setEnrichedAt(RECEIVED).build();
  }

  private static Article.Builder article(String guid, int version, PubStatus status) {
    return Article.newBuilder()
        .setGuid(guid)
        .setVersion(version)
        .setVersionCreated(RECEIVED.minusSeconds(60))
        .setPubStatus(status)
        .setSource("sample-wire")
        .setContentHash("hash-" + version)
        .setReceivedAt(RECEIVED);
  }

  private static Entity lagos(int begin) {
    return Entity.newBuilder()
        .setId("geo:lagos")
        .setName("Lagos")
        .setType(EntityType.LOC)
        .setKnowledgeBaseId("geonames:2332459")
        .setSalience(0.75)
        .setRoles(List.of("location"))
        .setMentions(List.of(new Mention(begin, begin + 5, "Lagos", Zone.BODY, EntityType.LOC)))
        .build();
  }

  private static Timex monday(int begin) {
    return Timex.newBuilder()
        .setBegin(begin)
        .setEnd(begin + 6)
        .setSurface("Monday")
        .setZone(Zone.BODY)
        .setType(TimexType.DATE)
        .setValue("2026-03-09")
        .setFrom("2026-03-09T00:00:00Z")
        .setTo("2026-03-10T00:00:00Z")
        .setGrain("day")
        .setAnchor("2026-03-03")
        .setRule("weekday")
        .setConfidence(0.9)
        .build();
  }
}
