package org.copytaster.enrich.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.copytaster.schemas.history.Tombstone;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.CreationCandidate;
import org.copytaster.schemas.record.CreationVerdict;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.Entity;
import org.copytaster.schemas.record.Picture;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Subject;
import org.copytaster.schemas.record.Zone;
import org.copytaster.schemas.record.ZoneSpan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArticleEnricherTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private final ArticleEnricher enricher =
      new ArticleEnricher(OneTagging.ENGLISH, SourceLocales.NONE);

  private static Article.Builder article() {
    return Article.newBuilder()
        .setGuid("urn:test:1")
        .setVersion(3)
        .setVersionCreated(Instant.parse("2024-06-19T22:30:00Z"))
        .setHeadline("Ferry talks resume")
        .setByline("By Ida Moe")
        .setBody("The ferry crews met in Norway on Tuesday and will go on.");
  }

  private static String surface(EnrichedArticle enriched, int zone) {
    var span = enriched.getZones().get(zone);
    return span.getZone() + " " + enriched.getText().substring(span.getBegin(), span.getEnd());
  }

  @Test
  void fieldsAndBodyBecomeOneTextWithZones() {
    var enriched = enricher.enrich(article().build(), NOW);
    assertThat(enriched.getText()).startsWith("Ferry talks resume\n\nBy Ida Moe\n\nThe ferry");
    assertThat(surface(enriched, 0)).isEqualTo("HEADLINE Ferry talks resume");
    assertThat(surface(enriched, 1)).isEqualTo("BYLINE By Ida Moe");
    assertThat(surface(enriched, 2)).startsWith("BODY The ferry crews");
  }

  @Test
  void headlineThatTheBodyBeginsWithIsNotRepeated() {
    var body = "Advertisement\n\nFerry talks  resume\n\nThe ferry crews met.";
    var enriched = enricher.enrich(article().setByline(null).setBody(body).build(), NOW);
    assertThat(enriched.getText()).isEqualTo(body);
    assertThat(surface(enriched, 1)).startsWith("HEADLINE");
  }

  @Test
  void zonesOfTheSourceAreKeptAndShifted() {
    var body = "A crew waves.\n\nThe ferry crews met.";
    var given =
        List.of(
            new ZoneSpan(0, 13, Zone.CAPTION, 1.0, null, null),
            new ZoneSpan(5, 4_000, Zone.BODY, 1.0, null, null));
    var enriched = enricher.enrich(article().setBody(body).setZones(given).build(), NOW);
    assertThat(surface(enriched, 2)).isEqualTo("CAPTION A crew waves.");
    assertThat(surface(enriched, 3)).isEqualTo("BODY The ferry crews met.");
  }

  @Test
  void zonesOfTheSourceSayWhereTheyStandThere() {
    var body = "A crew waves.\n\nThe ferry crews met.\n\nThey ate.";
    var given =
        List.of(
            new ZoneSpan(0, 13, Zone.CAPTION, 1.0, 120, 140),
            new ZoneSpan(15, 35, Zone.BODY, 1.0, 200, 225),
            new ZoneSpan(37, 46, Zone.BODY, 1.0, 240, 260));
    var zones = enricher.enrich(article().setBody(body).setZones(given).build(), NOW).getZones();
    assertThat(zones)
        .extracting(ZoneSpan::getSourceBegin, ZoneSpan::getSourceEnd)
        .endsWith(tuple(120, 140), tuple(200, 260));
    assertThat(zones.get(0).getSourceBegin()).isNull();
  }

  @Test
  void languageConfidenceHasThreeDigits() {
    var enriched = enricher.enrich(article().setLanguage(null).build(), NOW);
    assertThat(BigDecimal.valueOf(enriched.getLanguageConfidence()).scale()).isLessThanOrEqualTo(3);
  }

  @Test
  void weekdayIsReckonedFromVersionCreated() {
    var enriched = enricher.enrich(article().build(), NOW);
    assertThat(enriched.getDct().getValue()).isEqualTo("2024-06-19T22:30:00Z");
    assertThat(enriched.getDct().getMethod()).isEqualTo("versionCreated");
    assertThat(enriched.getTimexes().get(0).getValue()).isEqualTo("2024-06-18");
  }

  @Test
  void withoutVersionCreatedWeekdayHasNoValueAndSaysWhy() {
    var enriched = enricher.enrich(article().setVersionCreated(null).build(), NOW);
    assertThat(enriched.getTimexes().get(0).getValue()).isNull();
    assertThat(enriched.getTimexes().get(0).getAnchor())
        .isEqualTo("none: no document creation time");
  }

  @Test
  void versionCreatedWinsOverAllThatTheLedgerHolds() {
    var enriched =
        enricher.enrich(
            article()
                .setFirstCreated(Instant.parse("2024-06-01T08:00:00Z"))
                .setUrl("https://coast.example/2024/06/19/ferry")
                .setDateline("OSLO, June 19, 2024")
                .build(),
            NOW);
    assertThat(enriched.getDctCandidates())
        .extracting(CreationCandidate::getMethod, CreationCandidate::getVerdict)
        .containsExactly(
            tuple("versionCreated", CreationVerdict.ACCEPTED),
            tuple("dateline", CreationVerdict.REFUSED),
            tuple("firstCreated", CreationVerdict.REFUSED),
            tuple("url", CreationVerdict.REFUSED));
    assertThat(enriched.getDct().getConfidence()).isEqualTo(1);
  }

  @Test
  void withoutVersionCreatedADatelineWithItsYearIsTaken() {
    var dated = article().setVersionCreated(null).setDateline("OSLO, June 19, 2024").build();
    var enriched = enricher.enrich(dated, NOW);
    assertThat(enriched.getDct().getValue()).isEqualTo("2024-06-19");
    assertThat(enriched.getDct().getMethod()).isEqualTo("dateline");
    assertThat(value(enriched, "Tuesday")).isEqualTo("2024-06-18");
  }

  @Test
  void dateInAZoneThatTheSourceCallsATeaserIsNotTheArticles() {
    var body = "Updated June 19, 2024\n\nThe ferry crews met in Norway and will go on.";
    var teaser = List.of(new ZoneSpan(0, 21, Zone.TEASER, 1.0, null, null));
    var article = article().setVersionCreated(null).setBody(body).setZones(teaser).build();
    var enriched = enricher.enrich(article, NOW);
    assertThat(enriched.getDct()).isNull();
    assertThat(enriched.getDctCandidates())
        .extracting(CreationCandidate::getMethod)
        .containsExactly("teaser-date");
  }

  @Test
  void inferredCreationTimeIsAnAnchorOnlyWhereTheSettingAllowsIt() {
    var article =
        article().setVersionCreated(null).setUrl("https://coast.example/2024/06/19/ferry").build();
    var allowing =
        new ArticleEnricher(OneTagging.ENGLISH.withInferredCreationTime(true), SourceLocales.NONE);
    var without = enricher.enrich(article, NOW);
    var with = allowing.enrich(article, NOW);
    assertThat(without.getDct()).isNull();
    assertThat(value(without, "Tuesday")).isNull();
    assertThat(with.getDct().getMethod()).isEqualTo("url, inferred");
    assertThat(value(with, "Tuesday")).isEqualTo("2024-06-18");
    assertThat(with.getDctCandidates()).isEqualTo(without.getDctCandidates());
  }

  @Test
  void killTravelsWithoutTextAndTags() {
    var picture = new Picture("https://coast.example/crews.jpg", "The crews meet.", null);
    var kill =
        article().setPubStatus(PubStatus.CANCELED).setEdNote("Kill.").setPicture(picture).build();
    var enriched = enricher.enrich(kill, NOW);
    assertThat(enriched.getText()).isEmpty();
    assertThat(enriched.getDctCandidates()).isEmpty();
    assertThat(enriched.getEntities()).isEmpty();
    assertThat(enriched.getArticle().getBody()).isEmpty();
    assertThat(enriched.getArticle().getHeadline()).isNull();
    assertThat(enriched.getArticle().getPicture()).isNull();
    assertThat(enriched.getArticle().getEdNote()).isEqualTo("Kill.");
    assertThat(enriched.getArticle().getVersion()).isEqualTo(3);
  }

  @Test
  void withheldVersionTravelsWithoutItsNoteAndWhatReadersKept() {
    var withheld =
        article()
            .setPubStatus(PubStatus.WITHHELD)
            .setEdNote("Hold: the ferry crews dispute it.")
            .setUrl("https://coast.example/2024/06/19/ferry-talks-resume")
            .setSubjects(List.of(Subject.newBuilder().setName("Ferries").build()))
            .setExtra(Map.of("abstract", "The ferry crews met in Norway."))
            .build();
    var enriched = enricher.enrich(withheld, NOW);
    assertThat(enriched).isEqualTo(Tombstone.of(withheld, NOW));
    assertThat(enriched.toString()).doesNotContainIgnoringCase("ferr");
  }

  @Test
  void contributorIsNoSubject() {
    var body =
        "The leader Kim Jong Un spoke.\n\nKim smiled.\n\n"
            + "Associated Press writers Moe and Kim reported from Oslo and Seoul, respectively.";
    var entities = enricher.enrich(article().setBody(body).build(), NOW).getEntities();
    assertThat(named(entities, "Kim Jong Un").getMentions()).hasSize(2);
    assertThat(named(entities, "Kim").getRoles()).containsExactly("CONTRIBUTOR");
    assertThat(named(entities, "Ida Moe").getRoles()).containsExactly("BYLINE", "CONTRIBUTOR");
  }

  @Test
  void articleInAnotherLanguageIsNotTagged() {
    var body = "Die Regierung hat am Dienstag mit den Gewerkschaften über die Löhne verhandelt.";
    var article = article().setByline(null).setHeadline("Streit um Löhne").setBody(body).build();
    var enriched = enricher.enrich(article, NOW);
    assertThat(enriched.getLanguage()).isEqualTo("de");
    assertThat(enriched.getLanguageConfidence()).isGreaterThan(0.9);
    assertThat(enriched.getTimexes()).isEmpty();
    assertThat(enriched.getEngines()).containsOnlyKeys("zones", "language");
  }

  @Test
  void mentionsAreLightRecordsKeyedByEntity() {
    var enriched = enricher.enrich(article().build(), NOW);
    var mentions = MentionRecords.of(enriched);
    assertThat(mentions).hasSameSizeAs(enriched.getEntities());
    assertThat(mentions)
        .anySatisfy(mention -> assertThat(mention.getEntityId()).isEqualTo("iso3166:NO"));
  }

  private static @Nullable String value(EnrichedArticle enriched, String surface) {
    return enriched.getTimexes().stream()
        .filter(timex -> timex.getSurface().equals(surface))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  private static Entity named(List<Entity> entities, String name) {
    return entities.stream()
        .filter(entity -> entity.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
