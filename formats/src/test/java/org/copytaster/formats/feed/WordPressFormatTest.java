package org.copytaster.formats.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.copytaster.formats.Formats;
import org.copytaster.formats.Hints;
import org.copytaster.formats.copy.Copies;
import org.copytaster.formats.copy.Reading;
import org.copytaster.schemas.record.PubStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPressFormatTest {

  private static final String POST =
      """
      {"id": 12, "date": "2026-07-02T12:00:00", "date_gmt": "2026-07-02T10:00:00",
       "guid": {"rendered": "https://lyle.example/?p=12"}, "modified": "2026-07-02T13:00:00",
       "modified_gmt": "2026-07-02T11:00:00", "slug": "crane", "status": "publish", "type": "post",
       "link": "https://lyle.example/crane", "title": {"rendered": "Crane falls &#8211; quay shut"},
       "content": {"rendered": "<p>A crane fell.</p>\\n<p>Nobody was hurt.</p>", "protected": false},
       "excerpt": {"rendered": "<p>A crane.</p>"}, "author": 3,
       "_embedded": {"author": [{"name": "Ana Lyle"}],
         "wp:term": [[{"taxonomy": "category", "slug": "port", "name": "Port"}]],
         "wp:featuredmedia": [{"source_url": "https://lyle.example/1.jpg",
           "caption": {"rendered": "<p>The crane</p>"}}]}}
      """;

  @Test
  void postIsAnArticle() throws Exception {
    var article = Copies.only(new WordPressFormat(), POST);

    assertThat(article.getGuid()).isEqualTo("https://lyle.example/?p=12");
    assertThat(article.getHeadline()).isEqualTo("Crane falls – quay shut");
    assertThat(article.getVersionCreated()).isEqualTo(Instant.parse("2026-07-02T11:00:00Z"));
    assertThat(article.getFirstCreated()).isEqualTo(Instant.parse("2026-07-02T10:00:00Z"));
    assertThat(article.getByline()).isEqualTo("Ana Lyle");
    assertThat(article.getBody()).isEqualTo("A crane fell.\n\nNobody was hurt.");
    assertThat(article.getUrl()).isEqualTo("https://lyle.example/crane");
    assertThat(article.getSubjects())
        .extracting(subject -> subject.getName())
        .containsExactly("Port");
    assertThat(article.getPicture().getCaption()).isEqualTo("The crane");
    assertThat(article.getExtra()).containsEntry("excerpt", "A crane.").containsEntry("id", "12");
    assertThat(article.getRepairs()).isEmpty();
  }

  @Test
  void listOfPostsIsRecognisedAmongAllFormats() throws Exception {
    var readings =
        new Formats().read(Copies.of("[" + POST + "," + POST + "]"), Hints.file("posts.json"));

    assertThat(readings).hasSize(2).allMatch(Reading.Text.class::isInstance);
  }

  @ParameterizedTest
  @CsvSource({"draft,WITHHELD", "private,WITHHELD", "trash,CANCELED", "publish,USABLE"})
  void whatIsNotPublishedDoesNotGoOut(String status, PubStatus expected) throws Exception {
    var post = POST.replace("\"publish\"", "\"" + status + "\"");

    assertThat(Copies.only(new WordPressFormat(), post).getPubStatus()).isEqualTo(expected);
  }

  @Test
  void scheduledPostIsEmbargoed() throws Exception {
    var post = POST.replace("\"publish\"", "\"future\"");

    assertThat(Copies.only(new WordPressFormat(), post).getEmbargoed())
        .isEqualTo(Instant.parse("2026-07-02T10:00:00Z"));
  }

  @Test
  void postBehindAPasswordIsWithheld() throws Exception {
    var post = POST.replace("\"protected\": false", "\"protected\": true");

    assertThat(Copies.only(new WordPressFormat(), post).getPubStatus())
        .isEqualTo(PubStatus.WITHHELD);
  }

  @Test
  void clockOfTheSiteIsFlaggedWhereThereIsNoOther() throws Exception {
    var post = POST.replaceAll("\"(?:date|modified)_gmt\": \"[^\"]+\",", "");

    assertThat(Copies.only(new WordPressFormat(), post).getRepairs()).contains("zone:assumed-UTC");
  }

  @Test
  void postWithoutAnIdentityIsRefusedByName() throws Exception {
    var post = "{\"title\": {\"rendered\": \"x\"}, \"content\": {\"rendered\": \"y\"}}";

    assertThat(new WordPressFormat().read(Copies.of(post)))
        .singleElement()
        .isInstanceOf(Reading.Unreadable.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"coauthors\": [{\"display_name\": \"Jo Roe\"}, {\"display_name\": \"Al Poe\"}]|Jo Roe, Al Poe",
        "\"authors\": [{\"name\": \"Jo Roe\"}, {\"name\": \" \"}]|Jo Roe",
        "\"coauthors\": [], \"authors\": [7]|Ana Lyle",
        "\"_embedded\": {\"author\": [{\"code\": \"rest_user_invalid_id\"}]},"
            + " \"yoast_head_json\": {\"author\": \"Paul Petit\"}|Paul Petit",
      })
  void writersAreThoseThatThePluginNames(String field, String byline) throws Exception {
    var post = field.contains("_embedded") ? POST.replace("_embedded", "was_embedded") : POST;

    assertThat(
            Copies.only(
                    new WordPressFormat(),
                    post.replace("\"author\": 3,", "\"author\": 3, " + field + ","))
                .getByline())
        .isEqualTo(byline);
  }
}
