package org.copytaster.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.formats.copy.Copies;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A headline that fills the most that any way in lets through to a reader ({@code
 * COPYTASTER_INGEST_MAX_BYTES} is 8 MiB at most). Time grows with the copy and not faster: {@code
 * docs/performance.md} has what a hundred megabytes take.
 */
class HugeCopyTest {

  private static final int SIZE = 8 * 1024 * 1024;
  private static final Duration BOUND = Duration.ofSeconds(20);

  private final Formats formats = new Formats();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          json       | {"guid":"g","headline":"~","body":"b"}
          ninjs      | {"uri":"g","type":"text","versioncreated":"2026-11-23T10:00:00Z","headline":"~","body_text":"b"}
          json-feed  | {"version":"https://jsonfeed.org/version/1.1","title":"t","items":[{"id":"g","title":"~"}]}
          newsml-g2  | <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="g" version="1"><contentMeta><headline>~</headline></contentMeta></newsItem>
          newsml-1.2 | <NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>~</HeadLine></NewsLines></NewsComponent></NewsItem></NewsML>
          nitf       | <nitf><head><docdata><doc-id id-string="g"/></docdata></head><body><body.head><hedline><hl1>~</hl1></hedline></body.head></body></nitf>
          rss        | <rss version="2.0"><channel><item><guid>g</guid><title>~</title></item></channel></rss>
          atom       | <feed xmlns="http://www.w3.org/2005/Atom"><entry><id>g</id><title>~</title></entry></feed>
          email      | From: a@coast.example^Subject: ~^^The ferry runs again.
          iptc-7901  | ^ZCZC ABC001 4 pol 0010 /BC-FERRY/^^~^^NNNN
          html       | <html><head><title>~</title></head><body><h1>~</h1></body></html>
          text       | ~
          """)
  void anEndlessHeadlineIsReadOrRefusedInBoundedTime(String name, String shape) {
    var format = formats.named(name).orElseThrow();
    int times = (int) shape.chars().filter(c -> c == '~').count();
    var headline = "headline ".repeat(SIZE / 9 / times);
    var bytes = shape.replace("^", "\r\n").replace("~", headline).getBytes(UTF_8);

    assertTimeoutPreemptively(BOUND, () -> assertAnswered(format, bytes));
  }

  private void assertAnswered(ArticleFormat format, byte[] bytes) {
    try {
      assertThat(formats.read(format, Copy.of(bytes, Copies.RECEIVED))).isNotEmpty();
    } catch (UnreadableCopyException e) {
      assertThat(e.sentence()).doesNotContain("headline headline", "the reader failed");
    }
  }
}
