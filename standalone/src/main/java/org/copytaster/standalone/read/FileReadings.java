package org.copytaster.standalone.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.copytaster.formats.Formats;
import org.copytaster.formats.copy.Circumstances;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.ingest.desk.Readings;

/** What ingest makes of files, as {@code read} prints it. */
public final class FileReadings {

  /** What is longer is not copy; ingest refuses it at its own, smaller limit. */
  private static final int LARGEST_BYTES = 64 * 1024 * 1024;

  private final Formats formats;
  private final Readings readings;
  private final ReadingJson json = new ReadingJson();
  private final String format;
  private final ZoneId zone;
  private final Clock clock;

  /**
   * Readings of files of one source.
   *
   * @param format the name of the format that all are in; empty to find out
   * @param zone of times without one
   * @throws IOException if there is no such format
   */
  public FileReadings(String format, ZoneId zone, Clock clock) throws IOException {
    this.formats = new Formats();
    this.readings = new Readings(formats);
    this.format = format;
    this.zone = zone;
    this.clock = clock;
    if (!format.isEmpty() && formats.named(format).isEmpty()) {
      throw new IOException(
          "there is no format " + format + "; there are " + ReadingJson.names(formats));
    }
  }

  /**
   * An object for each article in a file; where there is none, an object with the {@code kind} of
   * what there is instead. It never fails.
   */
  public List<ObjectNode> of(Path file) {
    byte[] bytes;
    try {
      bytes = bytes(file);
    } catch (IOException e) {
      return List.of(json.refused(file, "", String.valueOf(e.getMessage()), "unreadable"));
    }
    return of(file, bytes);
  }

  /**
   * The same of bytes that were read already.
   *
   * @param file whose name they have
   */
  public List<ObjectNode> of(Path file, byte[] bytes) {
    var name = String.valueOf(file.getFileName());
    var found = format.isEmpty() ? formats.found(bytes, name) : formats.named(format);
    if (found.isEmpty()) {
      return List.of(
          json.refused(file, "", "the copy is in no format that is known", "unknown-format"));
    }
    var chosen = found.get();
    try {
      var copy = new Copy(bytes, null, Map.of(), new Circumstances(zone, clock.instant()));
      return readings.read(chosen, copy).stream()
          .map(reading -> json.of(file, chosen.name(), reading))
          .toList();
    } catch (UnreadableCopyException e) {
      return List.of(json.refused(file, chosen.name(), e.sentence(), "unreadable"));
    }
  }

  private static byte[] bytes(Path file) throws IOException {
    try {
      if (Files.isDirectory(file)) {
        throw new IOException("is a directory; name the files in it");
      }
      if (Files.size(file) > LARGEST_BYTES) {
        throw new IOException("is larger than " + LARGEST_BYTES + " bytes");
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new IOException("there is no such file", e);
    }
  }
}
