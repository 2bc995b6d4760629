package org.copytaster.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFolderTest {

  private final Map<String, String> environment = new HashMap<>();
  @TempDir Path directory;
  private SourceFolder folder;

  SourceFolderTest() {
    this.folder = new SourceFolder(Path.of("."), Set.of(), environment::get, Clock.systemUTC());
  }

  @BeforeEach
  void open() {
    folder = new SourceFolder(directory, Set.of("json"), environment::get, Clock.systemUTC());
  }

  @Test
  void aChangedFileIsTakenOnceItRests() throws IOException {
    write("coast.yaml", "name: coast\nquota: 1");
    look();

    write("coast.yaml", "name: coast\nquota: 2");
    folder.look();
    assertThat(quota("coast")).isEqualTo(1);

    folder.look();
    assertThat(quota("coast")).isEqualTo(2);
  }

  @Test
  void aWrongFileKeepsItsLastGoodState() throws IOException {
    write("coast.yaml", "name: coast\nquota: 1");
    look();

    write("coast.yaml", "name: coast\nquota: plenty");
    look();

    assertThat(quota("coast")).isEqualTo(1);
    assertThat(folder.refused()).isEqualTo(1);
  }

  @Test
  void aMendedFileIsNoLongerRefused() throws IOException {
    write("coast.yaml", "name: coast\nquota: plenty");
    look();

    write("coast.yaml", "name: coast\nquota: 7");
    look();

    assertThat(quota("coast")).isEqualTo(7);
    assertThat(folder.refused()).isZero();
  }

  @Test
  void aSourceGoesWithItsFile() throws IOException {
    write("coast.yaml", "name: coast");
    write("hills.yaml", "name: hills");
    look();

    Files.delete(directory.resolve("coast.yaml"));
    look();

    assertThat(folder.sources().all()).extracting(Source::name).containsExactly("hills");
  }

  @Test
  void twoFilesWithOneNameAreOneSourceAndOneRefusal() throws IOException {
    write("a.yaml", "name: coast\nquota: 1");
    write("b.yaml", "name: coast\nquota: 2");
    look();

    assertThat(quota("coast")).isEqualTo(1);
    assertThat(folder.refused()).isEqualTo(1);
  }

  @Test
  void aRefusedFileIsTakenWhenTheOneInItsWayGoes() throws IOException {
    write("a.yaml", "name: coast\nquota: 1");
    write("b.yaml", "name: coast\nquota: 2");
    look();

    Files.delete(directory.resolve("a.yaml"));
    look();

    assertThat(quota("coast")).isEqualTo(2);
    assertThat(folder.refused()).isZero();
  }

  @Test
  void directoriesMustNotOverlap() throws IOException {
    write("a.yaml", "name: a\nway: folder\ndirectory: /srv/ftp");
    write("b.yaml", "name: b\nway: folder\ndirectory: /srv/ftp/b");
    write("c.yaml", "name: c\nway: folder\ndirectory: /srv/ftp-c");
    look();

    assertThat(folder.sources().all()).extracting(Source::name).containsExactly("a", "c");
    assertThat(folder.refused()).isEqualTo(1);
  }

  @Test
  void aSecretThatChangesIsTakenWithoutAChangeOfTheFile() throws IOException {
    environment.put("KEY", "the first key of the coast");
    write("coast.yaml", "name: coast\nkey: env:KEY");
    look();

    environment.put("KEY", "another key of the coast");
    look();

    assertThat(folder.sources().named("coast").orElseThrow().access().keys())
        .singleElement()
        .matches(key -> key.matches("another key of the coast"));
  }

  @Test
  void sourcesThatDidNotChangeStayTheSame() throws IOException {
    environment.put("KEY", "the first key of the coast");
    write("coast.yaml", "name: coast\nkey: env:KEY");
    look();
    var before = folder.sources();

    look();

    assertThat(folder.sources()).isEqualTo(before);
  }

  @Test
  void aDirectoryThatIsNotThereIsARefusal() {
    folder =
        new SourceFolder(
            directory.resolve("nowhere"), Set.of(), environment::get, Clock.systemUTC());

    look();

    assertThat(folder.refused()).isEqualTo(1);
    assertThat(folder.sources().all()).isEmpty();
  }

  @Test
  void filesThatAreTooLongOrNotYamlByNameAreLeftAlone() throws IOException {
    write("long.yaml", "name: long\n#" + "x".repeat(70_000));
    write("notes.txt", "name: notes");
    look();

    assertThat(folder.sources().all()).isEmpty();
    assertThat(folder.refused()).isEqualTo(1);
  }

  private int quota(String name) {
    return folder.sources().named(name).orElseThrow().quota().orElseThrow();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  /** Two looks: what rests is taken. */
  private void look() {
    folder.look();
    folder.look();
  }
}
