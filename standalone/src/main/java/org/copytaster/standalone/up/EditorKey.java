package org.copytaster.standalone.up;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.copytaster.parts.PrivateFiles;
import org.copytaster.runtime.Secret;
import org.copytaster.runtime.described.KeyHash;

/**
 * The one editor that {@code up} makes: a directory of editors to which others can be added, and a
 * key in a file that nobody else may read. Both stay as they are once they are there.
 */
record EditorKey(Path editors, Secret key) {

  private static final String BEFORE = "may: [see-held, release, extend, hold]\n";

  /**
   * That of a data directory.
   *
   * @param file where the key lies
   */
  static EditorKey of(Path file, Path editors) {
    try {
      if (!Files.exists(file)) {
        PrivateFiles.write(file, KeyHash.newKey().reveal() + "\n");
      }
      PrivateFiles.directory(editors);
      var editor = editors.resolve("up.yaml");
      // one that an earlier release has made, and nobody has changed, gets what is new
      if (!Files.exists(editor) || Files.readString(editor, UTF_8).contains(BEFORE)) {
        PrivateFiles.write(
            editor,
            """
            # The editor of this machine; its key lies in a file beside this directory.
            name: up
            key: file:../%s
            may: [see-held, release, extend, hold, see-letters, read-letters, replay, park]
            """
                .formatted(file.getFileName()));
      }
      return new EditorKey(editors, new Secret(Files.readString(file, UTF_8).strip()));
    } catch (IOException e) {
      throw new UncheckedIOException("the editor's key cannot be read or written", e);
    }
  }
}
