package org.copytaster.standalone.up;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.copytaster.parts.PrivateFiles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file by which the console learns what is wrong with the machine: a sentence a line. */
final class NoticesFile {

  private static final Logger LOG = LoggerFactory.getLogger(NoticesFile.class);

  private final Path file;
  private @Nullable List<String> told;

  NoticesFile(Path file) {
    this.file = file;
    tell(List.of());
  }

  Path file() {
    return file;
  }

  /** From now on these are to be told and no others. */
  void tell(List<String> sentences) {
    if (sentences.equals(told)) {
      return;
    }
    try {
      PrivateFiles.write(file, String.join("\n", sentences) + "\n");
      told = sentences;
    } catch (IOException e) {
      // On a full disk this may fail; it is tried again at the next turn.
      LOG.debug("the notices could not be written", e);
    }
  }
}
