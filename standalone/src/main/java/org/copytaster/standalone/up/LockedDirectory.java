package org.copytaster.standalone.up;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.copytaster.parts.PrivateFiles;
import org.jspecify.annotations.Nullable;

/** The directory that {@code up} keeps its data in, locked against a second one. */
final class LockedDirectory implements AutoCloseable {

  private final Path path;
  private final FileChannel channel;

  private LockedDirectory(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Opens the directory; makes it if it is not there.
   *
   * @throws IllegalStateException with one sentence if it cannot be used
   */
  static LockedDirectory open(Path given) {
    var path = given.toAbsolutePath().normalize();
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new IllegalStateException(path + " is not a directory (--data)");
    }
    try {
      if (!Files.exists(path)) {
        PrivateFiles.directory(path);
      } else if (Files.exists(path.resolve("lock"))) {
        PrivateFiles.restrict(path); // made by an earlier version, which let others look
      }
      var channel =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new IllegalStateException(
            "another copytaster runs on " + path + "; stop it or choose another --data");
      }
      return new LockedDirectory(path, channel);
    } catch (IOException e) {
      throw new IllegalStateException("the data directory " + path + " cannot be written to", e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  Path path() {
    return path;
  }

  /** A file or directory in it. */
  Path resolve(String name) {
    return path.resolve(name);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new IllegalStateException("the lock on " + path + " cannot be given back", e);
    }
  }
}
