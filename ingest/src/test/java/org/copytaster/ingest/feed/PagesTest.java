package org.copytaster.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import org.copytaster.ingest.source.Way;
import org.copytaster.runtime.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagesTest {

  private static final String API = "https://wire.example/v2/items?after={cursor}";

  @Test
  void theCursorIsPutIntoTheAddress() {
    var feed = feed(API, new Way.Cursor.Pointer(JsonPointer.compile("/next")));

    assertThat(Pages.address(feed, null).orElseThrow())
        .hasToString("https://wire.example/v2/items?after=-1");
    assertThat(Pages.address(feed, "a&b=c/d").orElseThrow())
        .hasToString("https://wire.example/v2/items?after=a%26b%3Dc%2Fd");
  }

  @Test
  void aCursorWithoutAPlaceIsAnAddress() {
    var feed = feed("https://wire.example/v2/items", new Way.Cursor.Link());

    assertThat(Pages.address(feed, "/v2/items?page=2").orElseThrow())
        .hasToString("https://wire.example/v2/items?page=2");
    assertThat(Pages.address(feed, "http://[")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"next\":\"t7\"}', t7",
    "'{\"next\":17}', 17",
    "'{\"next\":null}',",
    "'{\"next\":\"\"}',",
    "'{\"next\":[1]}',",
    "'{\"other\":1}',",
    "'<rss/>',"
  })
  void thePointerSaysWhereTheNextCursorStands(String json, @Nullable String next) {
    var feed = feed(API, new Way.Cursor.Pointer(JsonPointer.compile("/next")));

    assertThat(Pages.next(feed, body(json, List.of())).orElse(null)).isEqualTo(next);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "</i?page=2>; rel=\"next\"                                    | /i?page=2",
        "</i?page=1>; rel=prev, </i?page=3>; title=\"a, b\"; rel=next | /i?page=3",
        "</i?a=1,2>; rel=\"last next\"                                | /i?a=1,2",
        "</i?page=2>; rel=\"nextish\"                                 |",
        "</i?page=2>                                                  |",
        "rel=next                                                     |"
      })
  void theLinkHeaderSaysWhereTheNextPageIs(String header, @Nullable String next) {
    var feed = feed("https://wire.example/i", new Way.Cursor.Link());

    assertThat(Pages.next(feed, body("[]", List.of(header))).orElse(null)).isEqualTo(next);
  }

  @Test
  void aFeedWithoutPagesHasNone() {
    var feed = Way.Feed.of("https://wire.example/rss");

    assertThat(Pages.next(feed, body("{\"next\":\"x\"}", List.of("</a>; rel=next")))).isEmpty();
  }

  private static Way.Feed feed(String url, Way.Cursor cursor) {
    return new Way.Feed(url, Way.Feed.EVERY, cursor, "-1", Secret.NONE);
  }

  private static Fetched.Body body(String text, List<String> links) {
    return new Fetched.Body(text.getBytes(UTF_8), "", null, Fetched.Validators.NONE, links);
  }
}
