package org.copytaster.ingest.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropNamesTest {

  @TempDir Path directory;

  @Test
  void ofMoreThanAPassTakesTheFirstByNameCome() throws IOException {
    for (int i = DropNames.MOST + 9; i >= 0; i--) {
      Files.createFile(directory.resolve("f%06d".formatted(i)));
    }

    var names = DropNames.of(directory, "");
    var rest = DropNames.of(directory, names.get(names.size() - 1));

    assertThat(names).hasSize(DropNames.MOST).isSorted().startsWith("f000000");
    assertThat(rest).hasSize(10).isSorted().startsWith("f020000");
  }

  @Test
  void whatIsHiddenUnfinishedOrOursIsLeftAlone() throws IOException {
    for (var name : new String[] {".a", "b.tmp", "c.part", "d.filepart", "done", "refused", "e"}) {
      Files.createFile(directory.resolve(name));
    }

    assertThat(DropNames.of(directory, "")).containsExactly("e");
  }

  @Test
  void anEndingFitsWhereAFileSystemHasNoRoomForIt() {
    var longest = "ä".repeat(127) + "a";

    assertThat(DropNames.with("a.xml", ".reason")).isEqualTo("a.xml.reason");
    assertThat(DropNames.with(longest, ".reason")).isEqualTo("ä".repeat(124) + ".reason");
    assertThat(DropNames.with(longest, ".2").getBytes(UTF_8).length).isLessThanOrEqualTo(255);
  }
}
