package org.copytaster.standalone.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.copytaster.runtime.Secret;
import org.jspecify.annotations.Nullable;

/** A file that holds a key, as {@code --key-file} names it. */
public final class KeyFile {

  private KeyFile() {}

  /**
   * The key in a file, without the white space around it.
   *
   * @param file null if none is named
   * @param otherwise the key then
   * @throws UncheckedIOException with one sentence if it cannot be read
   */
  public static Secret read(@Nullable Path file, Secret otherwise) {
    if (file == null) {
      return otherwise;
    }
    try {
      return new Secret(Files.readString(file, StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("the key in " + file + " cannot be read", e);
    }
  }
}
