package org.copytaster.standalone.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.copytaster.standalone.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageJarsCommandTest {

  private static final List<String> ROCKS =
      List.of(
          "org/rocksdb/RocksDB.class",
          "librocksdbjni-linux64.so",
          "librocksdbjni-linux64-musl.so",
          "librocksdbjni-linux-aarch64.so",
          "librocksdbjni-osx-arm64.jnilib",
          "librocksdbjni-win64.dll");

  @TempDir private Path directory;

  @Test
  void jarsAreSortedIntoLayers() throws IOException {
    for (var name : List.of("avro-1.jar", "copytaster-sink-1.jar", "copytaster-tagging-1.jar")) {
      jar(name, List.of("a.class"));
    }
    jar("rocksdbjni-1.jar", ROCKS);

    assertThat(sort("one")).isZero();

    assertThat(directory.resolve("one/lib")).isDirectoryContaining("glob:**avro-1.jar");
    assertThat(directory.resolve("one/app")).isDirectoryContaining("glob:**copytaster-sink-1.jar");
    assertThat(directory.resolve("one/models"))
        .isDirectoryContaining("glob:**copytaster-tagging-1.jar");
    try (var rocks = new ZipFile(directory.resolve("one/lib/rocksdbjni-1.jar").toFile())) {
      assertThat(rocks.stream().map(ZipEntry::getName))
          .contains("org/rocksdb/RocksDB.class")
          .doesNotContain("librocksdbjni-win64.dll");
    }
  }

  @Test
  void theSameJarsGiveTheSameBytes() throws IOException {
    jar("rocksdbjni-1.jar", ROCKS);

    sort("one");
    sort("two");

    var one = directory.resolve("one/lib/rocksdbjni-1.jar");
    var two = directory.resolve("two/lib/rocksdbjni-1.jar");
    assertThat(one).hasSameBinaryContentAs(two);
    assertThat(Files.getLastModifiedTime(one)).isEqualTo(Files.getLastModifiedTime(two));
  }

  @Test
  void onlyTheLibrariesOfThePlatformAreNeeded() {
    var amd = Platform.of("Linux", "amd64");

    assertThat(ROCKS.stream().filter(amd::needs))
        .containsExactly("org/rocksdb/RocksDB.class", "librocksdbjni-linux64.so");
    assertThat(amd.needs("ai/onnxruntime/native/linux-x64/libonnxruntime.so")).isTrue();
    assertThat(amd.needs("ai/onnxruntime/native/osx-aarch64/libonnxruntime.dylib")).isFalse();
    assertThat(Platform.of("Linux", "aarch64").needs("librocksdbjni-linux-aarch64.so")).isTrue();
  }

  @Test
  void aPlatformThatNobodyKnowsKeepsAll() {
    assertThat(ROCKS.stream().filter(Platform.of("Linux", "riscv64")::needs)).hasSameSizeAs(ROCKS);
  }

  private int sort(String to) {
    return Main.commandLine()
        .execute(
            "image-jars", directory.resolve("from").toString(), directory.resolve(to).toString());
  }

  private void jar(String name, List<String> entries) throws IOException {
    var from = Files.createDirectories(directory.resolve("from"));
    try (var out = new ZipOutputStream(Files.newOutputStream(from.resolve(name)))) {
      for (var entry : entries) {
        out.putNextEntry(new ZipEntry(entry));
        out.write(entry.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
  }
}
