package org.copytaster.runtime.described;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;
import org.copytaster.runtime.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Secrets by reference: {@code env:NAME} or {@code file:PATH}. One that is written out is refused,
 * for described files are copied, mailed and checked in.
 */
public final class SecretReferences {

  private static final int LARGEST = 4_096;
  private static final int SHORTEST = 16;

  private final Path directory;
  private final Function<String, @Nullable String> environment;

  /**
   * SecretReferences of the files in one directory.
   *
   * @param directory what paths are relative to
   * @param environment a variable's value by its name, or null
   */
  public SecretReferences(Path directory, Function<String, @Nullable String> environment) {
    this.directory = directory;
    this.environment = environment;
  }

  /**
   * The secret that is meant.
   *
   * @throws IllegalArgumentException with what is wrong, without the value
   */
  public Secret resolve(String reference) {
    String value;
    if (reference.startsWith("env:")) {
      value = environment.apply(reference.substring("env:".length()));
      if (value == null) {
        throw new IllegalArgumentException("names a variable that is not set");
      }
    } else if (reference.startsWith("file:")) {
      value = content(reference.substring("file:".length()));
    } else {
      throw new IllegalArgumentException(
          "must be a reference, env:NAME or file:PATH; a secret is not written here");
    }
    if (value.strip().length() < SHORTEST) {
      throw new IllegalArgumentException(
          "names a secret of fewer than " + SHORTEST + " characters");
    }
    return new Secret(value.strip());
  }

  private String content(String path) {
    try {
      var file = directory.resolve(path);
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        throw new IllegalArgumentException(
            "must name a file that is there, of at most " + LARGEST + " bytes");
      }
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException | InvalidPathException e) {
      throw new IllegalArgumentException("names a file that cannot be read", e);
    }
  }
}
