package org.copytaster.ingest.format.agency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.copytaster.ingest.copy.Copies;
import org.copytaster.ingest.copy.Reading;
import org.copytaster.ingest.copy.UnreadableCopy;
import org.copytaster.ingest.format.ArticleFormats;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.PubStatus;
import org.junit.jupiter.api.Test;

class AgencyFormatsTest {

  private final ArticleFormats formats = new ArticleFormats();

  private Article only(String format, String copy) throws UnreadableCopy {
    var found = formats.found(copy.getBytes(UTF_8), null).orElseThrow();
    assertThat(found.name()).isEqualTo(format);
    return Copies.only(found, copy);
  }

  @Test
  void apsIdentityHasNoVersionInIt() throws UnreadableCopy {
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
    assertThat(article.getByline()).isEqualTo("By ADA MOOR");
    assertThat(article.getBody()).isEqualTo("Rain fell.");
  }

  @Test
  void apsItemWithItsTextElsewhereIsNoArticle() throws UnreadableCopy {
    var copy =
        "{\"data\":{\"items\":[{\"item\":{\"uri\":\"u\",\"altids\":{\"itemid\":\"a\"},\"type\":\"text\"}}]}}";
    var format = formats.found(copy.getBytes(UTF_8), null).orElseThrow();

    assertThat(format.read(Copies.of(copy))).singleElement().isInstanceOf(Reading.NotText.class);
  }

  @Test
  void reutersNamesAreKnown() throws UnreadableCopy {
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
  void superdesksKilledStateIsAKill() throws UnreadableCopy {
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
}
