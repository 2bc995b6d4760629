package org.copytaster.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every schema that was ever released reads and is read by today's. A released schema is kept in
 * {@code src/test/resources/history} as {@code NAME.VERSION.avsc}; a change adds a file, none is
 * ever changed.
 */
class SchemaCompatibilityTest {

  private static final Path HISTORY = Path.of("src/test/resources/history");

  static List<Schema> schemas() {
    return new Topics("")
        .all(Duration.ofDays(1), Duration.ofDays(1)).stream()
            .map(Topic::schema)
            .flatMap(Stream::ofNullable)
            .distinct()
            .toList();
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void oldAndNewReadEachOther(Schema today) throws IOException {
    var released = released(today);

    assertThat(released).as("releases of " + today.getName()).isNotEmpty();
    for (var before : released) {
      assertThat(compatibility(today, before)).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
      assertThat(compatibility(before, today)).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void everyFieldHasADefaultSoThatOldRecordsStayReadable(Schema today) {
    assertThat(today.getFields())
        .filteredOn(field -> !field.hasDefaultValue())
        .extracting(Schema.Field::name)
        .isSubsetOf("article", "act");
  }

  private static SchemaCompatibilityType compatibility(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType();
  }

  private static List<Schema> released(Schema today) throws IOException {
    try (var files = Files.list(HISTORY)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(today.getName() + "."))
          .sorted()
          .map(SchemaCompatibilityTest::parse)
          .toList();
    }
  }

  private static Schema parse(Path file) {
    try {
      return new Schema.Parser().parse(Files.readString(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
