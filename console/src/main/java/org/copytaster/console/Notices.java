package org.copytaster.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.copytaster.runtime.health.DiskRoom;

/**
 * What whoever runs the pipeline has to tell, beside what store and broker say of themselves: that
 * the disk fills up, and the sentences in a file that a supervisor writes.
 */
final class Notices {

  private static final int MOST = 20;
  private static final int MOST_BYTES = 8 * 1024;
  private static final int LONGEST = 300;

  private final DiskRoom disk;
  private final Optional<Path> file;

  Notices(DiskRoom disk, Optional<Path> file) {
    this.disk = disk;
    this.file = file;
  }

  /** The sentences now; few and short ones, whatever stands in the file. */
  List<String> now() {
    var sentences = new ArrayList<String>();
    disk.problem().ifPresent(sentences::add);
    file.ifPresent(path -> sentences.addAll(lines(path)));
    return sentences;
  }

  private static List<String> lines(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .limit(MOST)
          .map(line -> line.substring(0, Math.min(LONGEST, line.length())))
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      return List.of("the file of notices cannot be read");
    }
  }
}
