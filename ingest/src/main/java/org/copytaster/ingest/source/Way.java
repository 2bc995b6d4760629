package org.copytaster.ingest.source;

import com.fasterxml.jackson.core.JsonPointer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.copytaster.runtime.Secret;
import org.jspecify.annotations.Nullable;

/** How the copy of a source comes in. */
public sealed interface Way {

  /** The source pushes over HTTP. */
  record Http() implements Way {}

  /**
   * The source writes files.
   *
   * @param directory absolute and normalised
   */
  record Folder(Path directory) implements Way {}

  /**
   * The source is asked.
   *
   * @param url of http or https; {@code {cursor}} in it stands for where the next page begins
   * @param every how long to wait between two polls
   * @param cursor where an answer says where the next page begins; null if it has no pages
   * @param start the cursor of the very first poll
   * @param authorization what the header of this name holds; none if empty
   */
  record Feed(
      String url, Duration every, @Nullable Cursor cursor, String start, Secret authorization)
      implements Way {

    /** What {@link #url} may hold. */
    public static final String CURSOR = "{cursor}";

    /** How often a feed is asked unless its source says otherwise. */
    public static final Duration EVERY = Duration.ofMinutes(5);

    /** Its scheme, host and port, in an address of some page. */
    public URI origin() {
      return URI.create(url.replace(CURSOR, "0"));
    }

    /** A feed without pages that anybody may read. */
    public static Feed of(String url) {
      return new Feed(url, EVERY, null, "", Secret.NONE);
    }
  }

  /** Where an answer says where the next page begins. */
  sealed interface Cursor {

    /** In a Link header with {@code rel=next} (RFC 8288). */
    record Link() implements Cursor {}

    /** In its JSON (RFC 6901): a token, or an address. */
    record Pointer(JsonPointer pointer) implements Cursor {}
  }

  /** Its name in a source file: {@code http}, {@code folder} or {@code feed}. */
  default String label() {
    if (this instanceof Folder) {
      return "folder";
    }
    return this instanceof Feed ? "feed" : "http";
  }
}
