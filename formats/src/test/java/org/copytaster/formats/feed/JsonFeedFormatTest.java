package org.copytaster.formats.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.copytaster.formats.copy.Copies;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.junit.jupiter.api.Test;

class JsonFeedFormatTest {

  private static final String ITEM =
      """
      {"id": "ferry-1", "url": "https://harbor.example/ferry", "title": "Ferry sails",
       "content_html": "<p>The ferry sailed.</p><p>It brought mail.</p>", "summary": "In short.",
       "date_published": "2026-11-23T08:00:00Z", "date_modified": "2026-11-23T10:30:00+01:00",
       "authors": [{"name": "Nora Quill"}, {"name": "Tom Reed"}], "tags": ["ferries"],
       "image": "https://harbor.example/f.jpg", "_desk": {"row": 7}}
      """;

  private final JsonFeedFormat format = new JsonFeedFormat();

  private static String feed(String items) {
    return "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"Harbor\","
        + " \"language\": \"en\", \"items\": ["
        + items
        + "]}";
  }

  @Test
  void everyFieldIsRead() throws UnreadableCopyException {
    var article = Copies.only(format, feed(ITEM));

    assertThat(article.getGuid()).isEqualTo("ferry-1");
    assertThat(article.getUrl()).isEqualTo("https://harbor.example/ferry");
    assertThat(article.getHeadline()).isEqualTo("Ferry sails");
    assertThat(article.getFirstCreated()).isEqualTo(Instant.parse("2026-11-23T08:00:00Z"));
    assertThat(article.getVersionCreated()).isEqualTo(Instant.parse("2026-11-23T09:30:00Z"));
    assertThat(article.getByline()).isEqualTo("Nora Quill, Tom Reed");
    assertThat(article.getLanguage()).isEqualTo("en");
    assertThat(article.getSubjects().get(0).getName()).isEqualTo("ferries");
    assertThat(article.getPicture().getUrl()).isEqualTo("https://harbor.example/f.jpg");
    assertThat(article.getBody()).isEqualTo("The ferry sailed.\n\nIt brought mail.");
    assertThat(article.getExtra())
        .containsEntry("summary", "In short.")
        .containsEntry("_desk", "{\"row\":7}");
  }

  @Test
  void itemsWithoutTextOrIdDoNotSpoilTheOthers() throws UnreadableCopyException {
    var readings = format.read(Copies.of(feed("{\"id\": \"x\"}, {}, " + ITEM)));

    assertThat(readings.get(0)).isEqualTo(new Reading.NotText("x", "an entry without text"));
    assertThat(readings.get(1)).isInstanceOf(Reading.Unreadable.class);
    assertThat(readings.get(2)).isInstanceOf(Reading.Text.class);
  }

  @Test
  void cutAndDeepFeedsAreRefused() {
    var deep = feed("{\"id\": " + "[".repeat(100_000));

    assertThatThrownBy(() -> format.read(Copies.of(deep)))
        .isInstanceOf(UnreadableCopyException.class);
    assertThatThrownBy(() -> format.read(Copies.of(feed(ITEM).substring(0, 200))))
        .isInstanceOf(UnreadableCopyException.class)
        .hasMessageContaining("line");
  }

  @Test
  void otherJsonWithItemsIsNoFeed() {
    var json = "{\"version\": \"2\", \"items\": []}";

    assertThat(format.recognises(CopyHead.of(json.getBytes(UTF_8)))).isFalse();
    assertThat(format.recognises(CopyHead.of(feed(ITEM).getBytes(UTF_8)))).isTrue();
  }
}
