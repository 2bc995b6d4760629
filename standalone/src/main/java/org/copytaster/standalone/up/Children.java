package org.copytaster.standalone.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The child processes of {@code up}, so that none outlives it. A shell waits on a pipe from this
 * process and stops them when the pipe breaks, which it does however this process ends, {@code kill
 * -9} included. Their ids are also noted in a file: a start right after that waits for them to end.
 */
final class Children implements AutoCloseable {

  private static final String WATCH =
      "trap '' INT HUP TERM; cat >/dev/null; kill -INT \"$@\" 2>/dev/null; sleep 5;"
          + " kill -KILL \"$@\" 2>/dev/null; exit 0";

  private final Path file;
  private @Nullable Process watch;
  private List<Long> watched = List.of();

  Children(LockedDirectory directory) {
    this.file = directory.resolve("children");
  }

  /** Ends what an earlier run left behind, and waits until it is gone. */
  void endLeftovers() {
    for (var handle : noted()) {
      handle.destroy();
      if (!ended(handle)) {
        handle.destroyForcibly();
        if (!ended(handle)) {
          throw new IllegalStateException(
              "process " + handle.pid() + " of an earlier run does not end; end it by hand");
        }
      }
    }
  }

  /**
   * Watches over these processes from now on, and over no others.
   *
   * @param pids 0 where there is none
   */
  void watch(List<Long> pids) {
    var running = pids.stream().filter(pid -> pid > 0).toList();
    if (running.equals(watched)) {
      return;
    }
    var before = watch;
    var lines = new ArrayList<String>();
    var command = new ArrayList<>(List.of("/bin/sh", "-c", WATCH, "copytaster-watch"));
    for (var pid : running) {
      ProcessHandle.of(pid).ifPresent(handle -> lines.add(note(handle)));
      command.add(Long.toString(pid));
    }
    try {
      Files.write(file, lines);
      watch =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException("the child processes cannot be watched over", e);
    }
    watched = running;
    if (before != null) {
      before.destroyForcibly();
    }
  }

  /** The children have ended in order; nobody need watch any more. */
  @Override
  public void close() {
    if (watch != null) {
      watch.destroyForcibly();
      watch = null;
      watched = List.of();
    }
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be removed", e);
    }
  }

  /** Process ids are used again, so the time of start is noted beside each. */
  private static String note(ProcessHandle handle) {
    return handle.pid() + " " + handle.info().startInstant().map(Object::toString).orElse("?");
  }

  private List<ProcessHandle> noted() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .map(line -> find(line).filter(handle -> note(handle).equals(line)))
          .flatMap(Optional::stream)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  private static Optional<ProcessHandle> find(String line) {
    try {
      return ProcessHandle.of(Long.parseLong(line.split(" ", 2)[0]));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static boolean ended(ProcessHandle handle) {
    try {
      handle.onExit().get(8, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
