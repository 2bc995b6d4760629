package org.copytaster.runtime.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file as a look found it. Two states are of one content if their digests are equal.
 *
 * @param key which file it is, where the file system says so: not its name, which moves to others
 * @param settled whether another content would show in other attributes. Of a file that has just
 *     been written that is not so: it may be written once more within one tick of the clock of its
 *     file system, and be as long as before.
 */
record FileState(
    long size, FileTime modified, @Nullable Object key, boolean settled, String digest) {

  /** Longer than a tick of any file system: FAT has two seconds. */
  private static final Duration TICK = Duration.ofSeconds(3);

  /**
   * Looks at a file, and reads it if it may have changed.
   *
   * @param before what the last look found, if it found it
   * @param largest bytes of the largest file that is read
   * @param now the time of this look
   * @throws UnusableFileException if it is larger
   */
  static FileState of(Path file, @Nullable FileState before, long largest, Instant now)
      throws IOException, UnusableFileException {
    var attributes = Files.readAttributes(file, BasicFileAttributes.class);
    var size = attributes.size();
    if (size > largest) {
      throw new UnusableFileException(file + " is longer than " + largest + " bytes");
    }
    var modified = attributes.lastModifiedTime();
    var key = attributes.fileKey();
    if (before != null && before.settled && before.has(size, modified, key)) {
      return before;
    }
    boolean settled = modified.toInstant().plus(TICK).isBefore(now);
    return new FileState(size, modified, key, settled, digest(Files.readAllBytes(file)));
  }

  private boolean has(long otherSize, FileTime otherModified, @Nullable Object otherKey) {
    return size == otherSize && modified.equals(otherModified) && Objects.equals(key, otherKey);
  }

  /** SHA-256 in hexadecimal digits. */
  static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
