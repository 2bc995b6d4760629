package org.copytaster.ingest.source;

import java.net.URI;
import java.nio.file.Path;

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
   * @param url of http or https
   */
  record Feed(URI url) implements Way {}

  /** Its name in a source file: {@code http}, {@code folder} or {@code feed}. */
  default String label() {
    if (this instanceof Folder) {
      return "folder";
    }
    return this instanceof Feed ? "feed" : "http";
  }
}
