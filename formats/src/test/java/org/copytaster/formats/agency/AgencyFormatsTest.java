package org.copytaster.formats.agency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.copytaster.formats.Formats;
import org.copytaster.formats.copy.Copies;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.PubStatus;
import org.junit.jupiter.api.Test;

class AgencyFormatsTest {

  private final Formats formats = new Formats();

  private Article only(String format, String copy) throws UnreadableCopyException {
    var found = formats.found(copy.getBytes(UTF_8), null).orElseThrow();
    assertThat(found.name()).isEqualTo(format);
    return Copies.only(found, copy);
  }

  @Test
  void apsIdentityHasNoVersionInIt() throws UnreadableCopyException {
    var article =
        only(
            "ap-media",
            """
            {"data":{"item":{"uri":"https://h/1?et=v3","altids":{"itemid":"abc"},"version":3,
             "type":"text","headline":"Rain","bylines":[{"by":"By ADA MOOR"}]}},
             "nitf":{"body_html":"<p>Rain fell.</p>"}}
            """);

    assertThat(article.getGuid()).isEqualTo("abc");
    assertThat(article.getVersion()).isEqualTo(3);
    assertThat(article.getByline()).isEqualTo("ADA MOOR");
    assertThat(article.getBody()).isEqualTo("Rain fell.");
  }

  @Test
  void apsItemWithItsTextElsewhereIsNoArticle() throws UnreadableCopyException {
    var copy =
        "{\"data\":{\"items\":[{\"item\":{\"uri\":\"u\",\"altids\":{\"itemid\":\"a\"},\"type\":\"text\"}}]}}";
    var format = formats.found(copy.getBytes(UTF_8), null).orElseThrow();

    assertThat(format.read(Copies.of(copy))).singleElement().isInstanceOf(Reading.NotText.class);
  }

  @Test
  void reutersNamesAreKnown() throws UnreadableCopyException {
    var article =
        only(
            "reuters-api",
            """
            {"data":{"item":{"uri":"tag:x,2026:1","usn":"1","type":"text","headLine":"Rain","slug":"RAIN/",
             "byLine":"Ada Moor","bodyXhtml":"<html><body><p>Rain fell.</p></body></html>",
             "subject":[{"code":"N2:ENV","name":"Environment"}]}}}
            """);

    assertThat(article.getSlugline()).isEqualTo("RAIN/");
    assertThat(article.getHeadline()).isEqualTo("Rain");
    assertThat(article.getBody()).isEqualTo("Rain fell.");
    assertThat(article.getSubjects().get(0).getScheme()).isEqualTo("N2");
  }

  @Test
  void superdesksKilledStateIsAKill() throws UnreadableCopyException {
    var article =
        only(
            "superdesk",
            "[{\"guid\":\"urn:x:1\",\"family_id\":\"f\",\"type\":\"text\",\"state\":\"killed\"}]");

    assertThat(article.getPubStatus()).isEqualTo(PubStatus.CANCELED);
  }

  @Test
  void unrelatedJsonIsInNoFormat() {
    var users = "[{\"_id\":\"5\",\"username\":\"ada\",\"email\":\"ada@example.org\"}]";

    assertThat(formats.found(users.getBytes(UTF_8), "users.json")).isEmpty();
  }

  @Test
  void apsKillIsSaidInTheTypeOfTheEdit() throws UnreadableCopyException {
    var article =
        only(
            "ap-media",
            """
            {"data":{"item":{"uri":"u","altids":{"itemid":"abc"},"version":4,"type":"text",
             "pubstatus":"usable","editorialtypes":["Kill"]}}}
            """);

    assertThat(article.getPubStatus()).isEqualTo(PubStatus.CANCELED);
  }

  @Test
  void superdesksEmbargoHolds() throws UnreadableCopyException {
    var article =
        only(
            "superdesk",
            """
            {"_items":[{"guid":"urn:x:1","family_id":"f","type":"text","state":"published",
             "version":"1","_current_version":6,"body_html":"<p>Rain fell.</p>",
             "schedule_settings":{"utc_embargo":"2026-11-24T06:00:00+0000"}}]}
            """);

    assertThat(article.getEmbargoed()).isEqualTo(Instant.parse("2026-11-24T06:00:00Z"));
    assertThat(article.getVersion()).isEqualTo(6);
  }

  @Test
  void dpasNamesAreKnown() throws UnreadableCopyException {
    var article =
        only(
            "dpa-digitalwire",
            """
            {"entries":[{"urn":"urn:newsml:example.org:20261123:7","version":2,
             "version_created":"2026-11-23T10:00:00+01:00","headline":"Regen","byline":"Ada Moor",
             "urgency":3,"language":"de","article_html":"<section><p>Es regnet.</p></section>",
             "categories":[{"type":"dpatextgenre","qcode":"dpatextgenre:27","name":"Meldung"}]}]}
            """);

    assertThat(article.getGuid()).isEqualTo("urn:newsml:example.org:20261123:7");
    assertThat(article.getVersion()).isEqualTo(2);
    assertThat(article.getVersionCreated()).isEqualTo(Instant.parse("2026-11-23T09:00:00Z"));
    assertThat(article.getUrgency()).isEqualTo(3);
    assertThat(article.getBody()).isEqualTo("Es regnet.");
    assertThat(article.getSubjects().get(0).getScheme()).isEqualTo("dpatextgenre");
  }

  @Test
  void belgasLeadAloneIsNoArticle() throws UnreadableCopyException {
    var copy =
        """
        {"data":[{"uuid":"a","mediumType":"ONLINE","title":"Rain","lead":"It fell.","body":null},
         {"uuid":"b","mediumType":"ONLINE","title":"Rain","lead":"It fell.","body":"It stopped.",
          "publishDate":"2026-11-23T10:00:00Z"}]}
        """;
    var readings = new BelgaPressFormat().read(Copies.of(copy));

    assertThat(readings.get(0)).isInstanceOf(Reading.NotText.class);
    assertThat(readings.get(1)).isInstanceOf(Reading.Text.class);
  }
}
