package org.copytaster.runtime.described;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import org.copytaster.runtime.watch.UnusableFileException;
import org.copytaster.runtime.watch.WatchedFiles;
import org.copytaster.runtime.watch.WatchedFolder;

/**
 * The YAML files of a directory that describe somebody, one a file. All of them are read at each
 * look, for the secrets that they name change without them.
 *
 * @param <T> whom a file describes; equal where two files say the same
 */
public final class DescribedFiles<T> implements WatchedFiles<T> {

  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Place place;
  private final Reader<T> reader;
  private final Taker<T> taker;

  /**
   * Where the files lie.
   *
   * @param name short name of the watching thread, for instance {@code source-files}
   * @param subject what the directory is, as the beginning of a sentence: {@code the source
   *     directory}
   * @param largest bytes of the largest file that is read
   * @param most files that there may be
   */
  public record Place(String name, String subject, Path directory, int largest, int most) {}

  /**
   * Makes of a file whom it describes.
   *
   * @param <T> whom
   */
  public interface Reader<T> {

    /**
     * Reads a file.
     *
     * @throws InvalidFileException with all that is wrong with it
     */
    T read(byte[] content) throws InvalidFileException;
  }

  /**
   * Takes all files together, as {@link WatchedFiles#take}.
   *
   * @param <T> whom a file describes
   */
  public interface Taker<T> {

    /** One sentence by file name on each that cannot be used beside the others. */
    Map<String, String> take(SortedMap<String, T> values, boolean complete);
  }

  private DescribedFiles(Place place, Reader<T> reader, Taker<T> taker) {
    this.place = place;
    this.reader = reader;
    this.taker = taker;
  }

  /** Looks at {@code place} every two seconds once it is started. */
  public static <T> WatchedFolder<T> folder(
      Place place, Reader<T> reader, Taker<T> taker, Clock clock) {
    return new WatchedFolder<>(new DescribedFiles<>(place, reader, taker), PAUSE, clock);
  }

  @Override
  public String name() {
    return place.name();
  }

  @Override
  public String subject() {
    return place.subject() + " " + place.directory();
  }

  @Override
  public SortedMap<String, Path> files() throws IOException {
    return WatchedFiles.in(place.directory(), "[!.]*.{yaml,yml}", place.most());
  }

  @Override
  public long largest() {
    return place.largest();
  }

  @Override
  public boolean readAlways() {
    return true;
  }

  @Override
  public T read(String name, byte[] content) throws UnusableFileException {
    try {
      return reader.read(content);
    } catch (InvalidFileException e) {
      throw new UnusableFileException(e.sentence(name));
    }
  }

  @Override
  public Map<String, String> take(SortedMap<String, T> values, boolean complete) {
    return taker.take(values, complete);
  }
}
