package org.copytaster.standalone.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copytaster.formats.copy.Reading;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.ArticleLink;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Signal;
import org.copytaster.schemas.record.Subject;
import org.copytaster.schemas.record.Zone;
import org.copytaster.schemas.record.ZoneSpan;
import org.junit.jupiter.api.Test;

class ReadingJsonTest {

  private static final String FRENCH =
      "Le conseil municipal a voté lundi soir la fermeture du vieux pont, que les habitants du"
          + " quartier voulaient garder ouvert aux piétons pendant les travaux de l'été.";

  private final ReadingJson json = new ReadingJson();

  @Test
  void languageThatTheCopyDoesNotSayIsFoundInTheText() {
    var read = read(Article.newBuilder().setBody(FRENCH));

    assertThat(read.path("language").asText()).isEqualTo("fr");
    assertThat(read.path("languageConfidence").asDouble()).isBetween(0.9, 1.0);
  }

  @Test
  void languageThatTheCopySaysStandsAlone() {
    var read = read(Article.newBuilder().setBody(FRENCH).setLanguage("fr-CA"));

    assertThat(read.path("language").asText()).isEqualTo("fr-CA");
    assertThat(read.has("languageConfidence")).isFalse();
  }

  @Test
  void textInNoLanguageHasNone() {
    var read = read(Article.newBuilder().setBody("1 2 3"));

    assertThat(read.path("language").isNull()).isTrue();
    assertThat(read.has("languageConfidence")).isFalse();
  }

  @Test
  void readingIsWrittenInItsOrderWithNullsAndWithoutWhatIngestAdds() {
    assertThat(read(full()).toString())
        .isEqualTo(
            """
            {"file":"bridge.txt","format":"text","guid":"g","version":3,"numbered":false,\
            "versionCreated":"2026-03-03T09:00:00Z","firstCreated":null,"pubStatus":"WITHHELD",\
            "signal":"CORRECTION","urgency":2,"language":"fr","life":null,"headline":"Titre \u00e9",\
            "slugline":"","byline":null,"dateline":null,"creditline":null,"embargoed":"unread",\
            "edNote":"note","usageTerms":null,"url":null,"subjects":[{"type":"event",\
            "scheme":"medtop","code":null,"name":"Crues","parents":["a","b"]},{"type":"subject",\
            "scheme":null,"code":null,"name":"Ponts"}],"body":"Corps","zones":[\
            {"zone":"CAPTION","begin":1,"end":3}],"extra":{"k":"v"},"repairs":["mojibake"],\
            "corrective":true,"corrects":{"guid":"urn:a","version":2},"evolvedFrom":null,\
            "substitutes":null,"substitutedBy":null}""");
  }

  @Test
  void readingOfNothingSaysSo() {
    assertThat(read(Article.newBuilder()).toString())
        .isEqualTo(
            """
            {"file":"bridge.txt","format":"text","guid":"g","version":1,"numbered":false,\
            "versionCreated":null,"firstCreated":null,"pubStatus":"USABLE","signal":null,\
            "urgency":null,"language":null,"life":null,"headline":null,"slugline":null,"byline":null,\
            "dateline":null,"creditline":null,"embargoed":null,"edNote":null,"usageTerms":null,\
            "url":null,"subjects":[],"body":"","zones":[],"extra":{},"repairs":[],\
            "corrective":null,"corrects":null,"evolvedFrom":null,"substitutes":null,\
            "substitutedBy":null}""");
  }

  /** What stands here is not of the copy, or {@code extract} shows it. */
  @Test
  void everyFieldOfTheRecordIsShownOrLeftOutOnPurpose() {
    var ours = Set.of("format", "original", "source", "receivedAt", "readAgainAt", "contentHash");
    var shownByExtract = Set.of("publicationDates", "picture");
    var shownByItsNeighbour = Set.of("embargoUnread");
    var fields =
        Article.getClassSchema().getFields().stream()
            .map(field -> field.name())
            .filter(name -> !ours.contains(name))
            .filter(name -> !shownByExtract.contains(name) && !shownByItsNeighbour.contains(name));

    assertThat(read(full()).fieldNames()).toIterable().containsAll(fields.toList());
  }

  private static Article.Builder full() {
    return Article.newBuilder()
        .setVersion(3)
        .setVersionCreated(Instant.parse("2026-03-03T09:00:00Z"))
        .setEmbargoed(Instant.parse("2026-03-04T09:00:00Z"))
        .setEmbargoUnread(true)
        .setPubStatus(PubStatus.WITHHELD)
        .setSignal(Signal.CORRECTION)
        .setUrgency(2)
        .setLanguage("fr")
        .setHeadline("Titre \u00e9")
        .setSlugline("")
        .setEdNote("note")
        .setCorrective(true)
        .setCorrects(new ArticleLink("urn:a", 2))
        .setSubjects(
            List.of(
                new Subject("medtop", null, "Crues", "event", List.of("a", "b")),
                Subject.newBuilder().setName("Ponts").build()))
        .setBody("Corps")
        .setZones(List.of(new ZoneSpan(1, 3, Zone.CAPTION, 1.0, null, null)))
        .setExtra(Map.of("k", "v"))
        .setRepairs(List.of("mojibake"))
        .setFormat("text");
  }

  private ObjectNode read(Article.Builder article) {
    return json.of(Path.of("bridge.txt"), "text", new Reading.Text(article.setGuid("g"), false));
  }
}
