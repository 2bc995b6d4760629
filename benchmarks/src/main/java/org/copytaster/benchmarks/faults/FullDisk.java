package org.copytaster.benchmarks.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A disk of a known size for the data of {@code up}, in memory, which can be filled to the last
 * byte. Making one takes root; without, there is a plain directory that cannot be filled.
 */
final class FullDisk implements AutoCloseable {

  private static final int MEGABYTE = 1024 * 1024;

  private final Path directory;
  private final boolean real;

  private FullDisk(Path directory, boolean real) {
    this.directory = directory;
    this.real = real;
  }

  /** Mounts it at {@code directory}, which is made. */
  static FullDisk at(Path directory, int megabytes) throws IOException {
    Files.createDirectories(directory);
    boolean mounted =
        run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", directory.toString());
    return new FullDisk(directory, mounted);
  }

  Path directory() {
    return directory;
  }

  /** Whether it can be filled. */
  boolean real() {
    return real;
  }

  /** Marks that fit a small disk. */
  Map<String, String> settings() {
    return real
        ? Map.of("COPYTASTER_DISK_LOW_MB", "200", "COPYTASTER_DISK_LEAST_MB", "100")
        : Map.of();
  }

  /** Writes until nothing more goes in. */
  void fill() throws IOException {
    try (OutputStream out = Files.newOutputStream(directory.resolve("fill"))) {
      var block = new byte[MEGABYTE];
      while (directory.toFile().getUsableSpace() > 0) {
        out.write(block, 0, (int) Math.min(MEGABYTE, directory.toFile().getUsableSpace()));
      }
    } catch (IOException e) {
      if (directory.toFile().getUsableSpace() > MEGABYTE) {
        throw e;
      }
    }
  }

  void free() throws IOException {
    Files.deleteIfExists(directory.resolve("fill"));
  }

  @Override
  public void close() throws IOException {
    if (real) {
      run("umount", "-l", directory.toString());
    }
  }

  private static boolean run(String... command) throws IOException {
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    return builder.start().onExit().join().exitValue() == 0;
  }
}
