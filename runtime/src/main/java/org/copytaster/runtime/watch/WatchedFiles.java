package org.copytaster.runtime.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a {@link WatchedFolder} watches: which files there are, what one of them says, and who is
 * told. All methods are called from one thread at a time.
 *
 * @param <T> what a file says; equal where two files say the same
 */
public interface WatchedFiles<T> {

  /** Short name of the watching thread, for instance {@code source-files}. */
  String name();

  /** What is watched, as the beginning of a sentence. */
  String subject();

  /**
   * The files that there are now, by a name each.
   *
   * @throws IOException if nobody can tell
   */
  SortedMap<String, Path> files() throws IOException;

  /**
   * Reads a file that has changed and then rested.
   *
   * @param content all its bytes, as they were at two looks in a row
   * @throws UnusableFileException if its last good state is to stay in use
   */
  T read(String name, byte[] content) throws UnusableFileException;

  /**
   * Takes all files together, whenever one of them says something else than before.
   *
   * @param values the last good state of each file that has one, by name
   * @param complete whether all files are known and each has a good state
   * @return one sentence by name on each that cannot be used beside the others; mostly none
   */
  Map<String, String> take(SortedMap<String, T> values, boolean complete);

  /** Bytes of the largest file that is read. */
  default long largest() {
    return Integer.MAX_VALUE;
  }

  /** Whether what a file says depends on more than its content: it is read with each look then. */
  default boolean readAlways() {
    return false;
  }

  /**
   * The regular files of a directory, by file name; links to such files count.
   *
   * @param glob as in {@link Files#newDirectoryStream(Path, String)}
   * @param most files that there may be
   * @throws IOException if the directory cannot be read, or there are more
   */
  static SortedMap<String, Path> in(Path directory, String glob, int most) throws IOException {
    var files = new TreeMap<String, Path>();
    try (var found = Files.newDirectoryStream(directory, glob)) {
      for (var file : found) {
        if (Files.isRegularFile(file)) {
          files.put(String.valueOf(file.getFileName()), file);
        }
        if (files.size() > most) {
          throw new IOException("more than " + most + " files lie there");
        }
      }
    }
    return files;
  }
}
