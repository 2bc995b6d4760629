package org.copytaster.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.copytaster.ingest.source.Way;
import org.copytaster.ingest.source.Way.Feed;
import org.jspecify.annotations.Nullable;

/** Where a feed's pages are, for feeds that hand out a cursor. */
final class Pages {

  /** One link with its parameters (RFC 8288, section 3). */
  private static final Pattern LINK =
      Pattern.compile(
          "<([^>]*)>((?:\\s*;\\s*[^\\s;,=\"]+\\s*(?:=\\s*(?:\"[^\"]*\"|[^\\s;,\"]*))?)*)");

  private static final Pattern NEXT =
      Pattern.compile("(?i);\\s*rel\\s*=\\s*(?:next\\b|\"(?:[^\"]*\\s)?next(?:\\s[^\"]*)?\")");
  private static final int LONGEST_CURSOR = 4_096;
  private static final ObjectMapper JSON = new ObjectMapper();

  private Pages() {}

  /**
   * What to ask.
   *
   * @param cursor where the last answer said that the next page begins, or null
   * @return nothing if the cursor makes no address
   */
  static Optional<URI> address(Feed feed, @Nullable String cursor) {
    if (feed.url().contains(Feed.CURSOR)) {
      var at = URLEncoder.encode(cursor == null ? feed.start() : cursor, UTF_8);
      return Optional.of(URI.create(feed.url().replace(Feed.CURSOR, at)));
    }
    try {
      var first = URI.create(feed.url());
      return Optional.of(cursor == null ? first : first.resolve(cursor));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether an address is on the feed's own host. */
  static boolean belongs(URI url, Feed feed) {
    return FeedClient.sameOrigin(feed.origin(), url);
  }

  /** Where the page after this one begins, if the answer says so. */
  static Optional<String> next(Feed feed, Fetched.Body body) {
    var cursor = feed.cursor();
    var next =
        cursor instanceof Way.Cursor.Pointer pointer
            ? value(pointer.pointer(), body.bytes())
            : cursor == null ? Optional.<String>empty() : link(body.links());
    return next.filter(token -> !token.isBlank() && token.length() <= LONGEST_CURSOR);
  }

  private static Optional<String> link(List<String> links) {
    return links.stream()
        .flatMap(header -> LINK.matcher(header).results())
        .filter(link -> NEXT.matcher(link.group(2)).find())
        .map(link -> link.group(1))
        .findFirst();
  }

  private static Optional<String> value(JsonPointer pointer, byte[] bytes) {
    try {
      var value = JSON.readTree(bytes).at(pointer);
      return value.isTextual() || value.isNumber() ? Optional.of(value.asText()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // what it is instead, its reader says
    }
  }
}
