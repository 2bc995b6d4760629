package org.copytaster.formats.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.copytaster.formats.Formats;
import org.copytaster.formats.copy.Copies;
import org.copytaster.formats.copy.Reading;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityFormatTest {

  private static final String CONTEXT =
      "\"@context\": [\"https://www.w3.org/ns/activitystreams\", {\"x\": \"y\"}], ";
  private static final String NOTE =
      """
      {"id": "https://m.example/1", "type": "Note", "published": "2026-07-02T10:00:00Z",
       "content": "<p>A crane fell at the quay today.</p>", "contentMap": {"en": "<p>A crane fell at the quay today.</p>"},
       "attributedTo": {"type": "Person", "name": "Ana Lyle"}, "to": ["as:Public"],
       "url": [{"type": "Link", "mediaType": "text/html", "href": "https://m.example/@lyle/1"}],
       "tag": [{"type": "Hashtag", "name": "#port"}, {"type": "Mention", "name": "@ben"}],
       "attachment": [{"type": "Document", "mediaType": "image/png", "url": "https://m.example/1.png", "name": "The crane"}]}
      """;

  private static String create(String object) {
    return "{"
        + CONTEXT
        + "\"type\": \"Create\", \"id\": \"https://m.example/1/a\", \"object\": "
        + object
        + "}";
  }

  @Test
  void noteIsAnArticle() throws Exception {
    var article = Copies.only(new ActivityFormat(), create(NOTE));

    assertThat(article.getGuid()).isEqualTo("https://m.example/1");
    assertThat(article.getBody()).isEqualTo("A crane fell at the quay today.");
    assertThat(article.getLanguage()).isEqualTo("en");
    assertThat(article.getByline()).isEqualTo("Ana Lyle");
    assertThat(article.getUrl()).isEqualTo("https://m.example/@lyle/1");
    assertThat(article.getVersionCreated()).isEqualTo(Instant.parse("2026-07-02T10:00:00Z"));
    assertThat(article.getSubjects()).hasSize(1);
    assertThat(article.getPicture().getUrl()).isEqualTo("https://m.example/1.png");
    assertThat(article.getPubStatus()).isEqualTo(PubStatus.USABLE);
  }

  @Test
  void outboxHoldsItsTextsAndPassesOverTheRest() throws Exception {
    var outbox =
        "{"
            + CONTEXT
            + "\"type\": \"OrderedCollection\", \"first\": {\"type\": \"OrderedCollectionPage\","
            + " \"orderedItems\": ["
            + create(NOTE)
            + ", {\"type\": \"Announce\", \"object\": \"https://m.example/2\"},"
            + " {\"type\": \"Like\", \"object\": \"https://m.example/2\"}, "
            + NOTE
            + "]}}";

    var readings = new ActivityFormat().read(Copies.of(outbox));

    assertThat(readings)
        .extracting(reading -> reading instanceof Reading.Text)
        .isEqualTo(List.of(true, false, false, true));
  }

  @Test
  void articleIsRecognisedAmongAllFormats() {
    assertThat(new Formats().found(create(NOTE).getBytes(UTF_8), "outbox.json"))
        .get()
        .extracting(format -> format.name())
        .isEqualTo("activitypub");
  }

  @Test
  void updateIsANewerVersion() throws Exception {
    var update =
        create(
                NOTE.replace(
                    "\"published\"", "\"updated\": \"2026-07-03T10:00:00Z\", \"published\""))
            .replace("Create", "Update");

    var article = Copies.only(new ActivityFormat(), update);

    assertThat(article.getSignal()).isEqualTo(Signal.UPDATE);
    assertThat(article.getVersionCreated()).isEqualTo(Instant.parse("2026-07-03T10:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"https://m.example/1\"",
        "{\"type\": \"Tombstone\", \"id\": \"https://m.example/1\", \"deleted\": \"2026-07-04T10:00:00Z\"}"
      })
  void deletionIsAKillOfWhatItNames(String object) throws Exception {
    var kill = Copies.only(new ActivityFormat(), create(object).replace("Create", "Delete"));

    assertThat(kill.getGuid()).isEqualTo("https://m.example/1");
    assertThat(kill.getPubStatus()).isEqualTo(PubStatus.CANCELED);
  }

  @Test
  void whatIsAddressedToSomeIsWithheld() throws Exception {
    var letter = create(NOTE.replace("as:Public", "https://m.example/u/ben"));

    var article = Copies.only(new ActivityFormat(), letter);

    assertThat(article.getPubStatus()).isEqualTo(PubStatus.WITHHELD);
    assertThat(article.getRepairs()).contains("pubStatus:not-public");
  }

  @Test
  void textWithoutAnIdIsRefusedByName() throws Exception {
    var nameless = create(NOTE.replace("\"id\": \"https://m.example/1\", ", ""));

    assertThat(new ActivityFormat().read(Copies.of(nameless)))
        .singleElement()
        .isInstanceOf(Reading.Unreadable.class);
  }
}
