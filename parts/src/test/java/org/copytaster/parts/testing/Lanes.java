package org.copytaster.parts.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.copytaster.parts.EmbeddedRegistry;
import org.copytaster.parts.Lane;
import org.copytaster.parts.Parts;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Real parts for a test: started once for all tests of a JVM, with a lane of its own for each test
 * that asks. Put {@code @ExtendWith(Lanes.class)} on the test class and take a {@link Lane} as a
 * parameter.
 */
public final class Lanes implements ParameterResolver {

  /** What the build of this module unpacked, from wherever a test of any module runs. */
  public static final Path BUILT = Path.of("..", "parts", "target");

  /** Where the first test of a build unpacks PostgreSQL for all of them. */
  public static final Path STORE_PROGRAMS = BUILT.resolve("postgres");

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Lane.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var running =
        context
            .getStore(
                ExtensionContext.StoreScope.LAUNCHER_SESSION, ExtensionContext.Namespace.GLOBAL)
            .getOrComputeIfAbsent(Running.class, key -> new Running(start()), Running.class);
    var lane = running.lane();
    of(context).add(lane);
    return lane;
  }

  /** The lanes that were given out so far; whoever looks at them may clear the list. */
  @SuppressWarnings("unchecked")
  public static List<Lane> of(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(Lanes.class))
        .getOrComputeIfAbsent("lanes", key -> new CopyOnWriteArrayList<Lane>(), List.class);
  }

  /**
   * The parts, and the lane that comes next: it is made while a test runs, for to make one is
   * mostly to wait for the registry. JUnit closes them at the end of the session; a run is too
   * short, for with two forks Maven makes a run of each class.
   */
  private static final class Running implements AutoCloseable {

    private final Parts parts;
    private CompletableFuture<Lane> next;

    Running(Parts parts) {
      this.parts = parts;
      this.next = CompletableFuture.supplyAsync(this::made);
    }

    synchronized Lane lane() {
      var lane = next.join();
      next = CompletableFuture.supplyAsync(this::made);
      return lane;
    }

    private Lane made() {
      return parts.lane(name());
    }

    @Override
    public synchronized void close() {
      next.handle((lane, problem) -> null).join();
      parts.close();
    }
  }

  private static Parts start() {
    try {
      var directory =
          Files.createTempDirectory(Files.createDirectories(Path.of("target")), "parts");
      return Parts.start(directory, EmbeddedRegistry.program(BUILT), STORE_PROGRAMS);
    } catch (IOException e) {
      throw new UncheckedIOException("the parts did not start", e);
    }
  }

  private static String name() {
    return "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
  }
}
