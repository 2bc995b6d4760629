package org.copytaster.standalone.up;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of no use but its size: given back when the disk has run full, so that broker and database
 * can write what an orderly stop takes.
 */
final class Reserve {

  private static final Logger LOG = LoggerFactory.getLogger(Reserve.class);
  private static final int BLOCK = 1024 * 1024;

  private final Path file;
  private final long bytes;

  Reserve(Path file, long bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /** Takes the room, if it is not taken yet; a disk that has none is no reason to fail. */
  void take() {
    try {
      if (Files.exists(file) && Files.size(file) == bytes) {
        return;
      }
      try (var channel =
          FileChannel.open(
              file,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        // Written and not only made long: a hole takes no room.
        for (long left = bytes; left > 0; left -= BLOCK) {
          channel.write(ByteBuffer.allocate((int) Math.min(BLOCK, left)));
        }
      }
    } catch (IOException e) {
      LOG.warn("no reserve for a full disk could be set aside");
      give();
    }
  }

  /** Gives the room back. */
  void give() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("the reserve for a full disk could not be given back");
    }
  }
}
