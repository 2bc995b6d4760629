package org.copytaster.ingest.feed;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a server answered. */
sealed interface Fetched {

  /**
   * A body.
   *
   * @param mediaType in lower case and without parameters; empty if none is declared
   * @param links the Link headers as written
   */
  @SuppressWarnings("ArrayRecordComponent") // read once, never compared
  record Body(
      byte[] bytes,
      String mediaType,
      @Nullable String charset,
      Validators validators,
      List<String> links)
      implements Fetched {

    public Body {
      links = List.copyOf(links);
    }
  }

  /** It is still what it was (304). */
  record Unchanged() implements Fetched {}

  /** There is nothing there, and there will not be (410). */
  record Gone() implements Fetched {}

  /**
   * Nothing that could be read.
   *
   * @param reason continues a sentence that begins with the feed
   * @param retryAfter how long the server wants to be left alone, if it says so
   */
  record Failed(String reason, @Nullable Duration retryAfter) implements Fetched {}

  /** What a conditional request is made with (RFC 9110, section 13.1), as the server wrote it. */
  record Validators(@Nullable String etag, @Nullable String lastModified) {

    static final Validators NONE = new Validators(null, null);
  }
}
