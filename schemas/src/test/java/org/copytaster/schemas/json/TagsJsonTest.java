package org.copytaster.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.CreationCandidate;
import org.copytaster.schemas.record.CreationVerdict;
import org.copytaster.schemas.record.DocumentCreationTime;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.Entity;
import org.copytaster.schemas.record.EntityAttribute;
import org.copytaster.schemas.record.EntityType;
import org.copytaster.schemas.record.Mention;
import org.copytaster.schemas.record.Timex;
import org.copytaster.schemas.record.TimexType;
import org.copytaster.schemas.record.Zone;
import org.copytaster.schemas.record.ZoneSpan;
import org.junit.jupiter.api.Test;

class TagsJsonTest {

  @Test
  void fieldsStandInOrderAndThoseWithoutAValueAreLeftOut() {
    var enriched =
        EnrichedArticle.newBuilder()
            .setArticle(Article.newBuilder().build())
            .setText("Oslo, 1961")
            .setDct(new DocumentCreationTime("2024-06-19", "given", 1.0))
            .setLanguage("en")
            .setLanguageConfidence(0.98)
            .setZones(List.of(new ZoneSpan(0, 10, Zone.BODY, 0.7, 120, 131)))
            .setEntities(List.of(oslo()))
            .setTimexes(List.of(year()))
            .build();
    assertThat(TagsJson.of(enriched))
        .isEqualTo(
            """
            {"dct":{"value":"2024-06-19","method":"given","confidence":1.0},"language":"en",\
            "languageConfidence":0.98,"zones":[{"begin":0,"end":10,"zone":"BODY","confidence":0.7,\
            "sourceBegin":120,"sourceEnd":131}],\
            "entities":[{"id":"local:loc:1","name":"Oslo","type":"LOC","roles":[],"salience":0.5,\
            "attributes":[{"kind":"container","value":"Norway","begin":6,"end":10}],\
            "mentions":[{"begin":0,"end":4,"surface":"Oslo","zone":"BODY","type":"LOC"}]}],\
            "timexes":[{"begin":6,"end":10,"surface":"1961","zone":"BODY","type":"DATE",\
            "value":"1961","quant":"EVERY","freq":"2X","rule":"year","reason":"as it is written",\
            "alternatives":["1691"],"rangeEnd":20,"confidence":0.9}]}""");
  }

  @Test
  void ledgerOfTheCreationTimeStandsBehindIt() {
    var teaser =
        new CreationCandidate("2024-06-20", "teaser-date", CreationVerdict.REFUSED, 0.0, "alone");
    var enriched =
        EnrichedArticle.newBuilder()
            .setArticle(Article.newBuilder().build())
            .setDctCandidates(List.of(teaser))
            .build();
    assertThat(TagsJson.of(enriched))
        .startsWith(
            """
            {"dctCandidates":[{"value":"2024-06-20","method":"teaser-date","verdict":"REFUSED",\
            "confidence":0.0,"reason":"alone"}],"zones":""");
  }

  @Test
  void articleWithoutTagsHasEmptyLists() {
    var enriched = EnrichedArticle.newBuilder().setArticle(Article.newBuilder().build()).build();
    assertThat(TagsJson.of("a", enriched))
        .isEqualTo("{\"doc\":\"a\",\"zones\":[],\"entities\":[],\"timexes\":[]}");
  }

  @Test
  void tagsAreWholeAndOnlyTheArticleItselfIsLeftOut() {
    var schema = EnrichedArticle.getClassSchema();
    var filled = (EnrichedArticle) FilledRecords.of(schema);
    var whole = RecordJson.of(schema).tree(filled);
    whole.remove(List.of("article", "text", "engines", "enrichedAt"));

    assertThat(TagsJson.TAGS.tree(filled)).isEqualTo(whole);
  }

  private static Entity oslo() {
    return Entity.newBuilder()
        .setId("local:loc:1")
        .setName("Oslo")
        .setType(EntityType.LOC)
        .setSalience(0.5)
        .setAttributes(List.of(new EntityAttribute("container", "Norway", 6, 10)))
        .setMentions(List.of(new Mention(0, 4, "Oslo", Zone.BODY, EntityType.LOC)))
        .build();
  }

  private static Timex year() {
    return Timex.newBuilder()
        .setBegin(6)
        .setEnd(10)
        .setSurface("1961")
        .setType(TimexType.DATE)
        .setValue("1961")
        .setQuant("EVERY")
        .setFreq("2X")
        .setRule("year")
        .setReason("as it is written")
        .setAlternatives(List.of("1691"))
        .setRangeEnd(20)
        .setConfidence(0.9)
        .build();
  }
}
