package org.copytaster.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.copytaster.parts.testing.Machine;

/**
 * Confluent's serializers, loadable by name. Everything that both sides have (Kafka, Avro, Jackson)
 * comes from our class path, as in a service that has Confluent's jars beside ours.
 */
final class ConfluentClasses implements AutoCloseable {

  static final String SERIALIZER = "io.confluent.kafka.serializers.KafkaAvroSerializer";
  static final String DESERIALIZER = "io.confluent.kafka.serializers.KafkaAvroDeserializer";

  private final URLClassLoader loader;

  private ConfluentClasses(Path jar) throws IOException {
    loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader());
  }

  /** The classes, if the profile is there; else the test is skipped. */
  static ConfluentClasses open() throws IOException {
    return new ConfluentClasses(neededJar());
  }

  /** The jar that holds them; where it is not there, the test is skipped. */
  static Path neededJar() {
    var jar = jar();
    Machine.needs(jar.isPresent(), "Confluent's classes are there with -Pconfluent only");
    return jar.orElseThrow();
  }

  /** What {@code step} makes while Kafka, which asks the thread's loader, finds these classes. */
  <T> T make(Supplier<T> step) {
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return step.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }

  private static Optional<Path> jar() {
    var directory = Path.of("target", "confluent");
    if (!Files.isDirectory(directory)) {
      return Optional.empty();
    }
    try (var files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".jar")).findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
