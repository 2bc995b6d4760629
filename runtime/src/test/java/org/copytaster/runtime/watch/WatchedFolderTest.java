package org.copytaster.runtime.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class WatchedFolderTest {

  private final AtomicReference<Instant> time = new AtomicReference<>(Instant.now());
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  @TempDir private Path parent = Path.of("");
  private Path directory = Path.of("");
  private Notes notes = new Notes(directory);
  private WatchedFolder<String> folder = watching(Duration.ofHours(1));

  @BeforeEach
  void open() throws IOException {
    directory = Files.createDirectory(parent.resolve("notes"));
    notes = new Notes(directory);
    folder = watching(Duration.ofHours(1));
    log.start();
    logger().addAppender(log);
  }

  @AfterEach
  void close() {
    folder.close();
    logger().detachAppender(log);
  }

  @Test
  void whatLiesThereIsTakenAtTheFirstLook() throws IOException {
    write("a.txt", "one");
    write("b.txt", "two");
    folder.look();
    assertThat(notes.taken).containsExactly(new TreeMap<>(Map.of("a.txt", "one", "b.txt", "two")));
    assertThat(notes.complete).containsExactly(true);
  }

  @Test
  void fileThatIsStillWrittenIsNotTaken() throws IOException {
    folder.look();
    for (var part : List.of("h", "ha", "half", "halfw")) {
      write("a.txt", part);
      folder.look();
    }
    assertThat(notes.read).isEmpty();
    folder.look();
    assertThat(notes.read).containsExactly("halfw");
  }

  @Test
  void directoryThatComesLaterIsNoFirstLook() throws IOException {
    Files.delete(directory);
    folder.look();
    Files.createDirectory(directory);
    write("a.txt", "hal");
    folder.look();
    write("a.txt", "half");
    lookTwice();
    assertThat(notes.read).containsExactly("half");
  }

  @Test
  void manyChangesOfOneLookAreTakenTogether() throws IOException {
    write("a.txt", "one");
    write("b.txt", "two");
    write("c.txt", "three");
    folder.look();
    write("a.txt", "uno");
    Files.delete(directory.resolve("b.txt"));
    Files.move(directory.resolve("c.txt"), directory.resolve("d.txt"));
    write("e.txt", "five");
    lookTwice();
    lookTwice();
    // that a file is gone is seen at once, what is new in others when it rests
    assertThat(notes.taken).hasSize(3);
    assertThat(last()).isEqualTo(Map.of("a.txt", "uno", "d.txt", "three", "e.txt", "five"));
  }

  @Test
  void sameContentWrittenAgainIsNoChange() throws IOException {
    write("a.txt", "one");
    folder.look();
    write("a.txt", "one");
    lookTwice();
    Files.move(
        write("b.tmp", "one"), directory.resolve("a.txt"), StandardCopyOption.REPLACE_EXISTING);
    lookTwice();
    assertThat(notes.taken).hasSize(1);
    assertThat(notes.read).containsExactly("one");
  }

  @Test
  void unusableFileKeepsItsLastGoodStateAndIsToldOnce() throws IOException {
    write("a.txt", "one");
    folder.look();
    write("a.txt", "not one word");
    write("b.txt", "two");
    lookTwice();
    lookTwice();
    assertThat(last()).isEqualTo(Map.of("a.txt", "one", "b.txt", "two"));
    assertThat(folder.unusable()).isEqualTo(1);
    assertThat(messages())
        .containsExactly("a.txt holds no word; what was read before stays in use");
  }

  @Test
  void mendedFileIsTakenAndToldOfAnewWhenItBreaksAgain() throws IOException {
    write("a.txt", "not one word");
    folder.look();
    assertThat(notes.complete).containsExactly(false);
    write("a.txt", "one");
    lookTwice();
    assertThat(folder.unusable()).isZero();
    assertThat(notes.complete).containsExactly(false, true);
    write("a.txt", "not one word");
    lookTwice();
    assertThat(messages()).hasSize(2);
    assertThat(last()).isEqualTo(Map.of("a.txt", "one"));
  }

  @Test
  void readerThatBreaksStopsNeitherTheWatchNorOtherFiles() throws IOException {
    write("a.txt", "oops");
    write("b.txt", "two");
    lookTwice();
    lookTwice();
    assertThat(last()).isEqualTo(Map.of("b.txt", "two"));
    assertThat(messages())
        .singleElement()
        .asString()
        .contains("a.txt cannot be read: IllegalStateException")
        .doesNotContain("must not repeat");
  }

  @Test
  void unreadableFileKeepsItsLastGoodStateUntilItCanBeReadAgain() throws IOException {
    var file = write("a.txt", "one");
    notes.listed = Optional.of(List.of(file));
    folder.look();
    Files.delete(file);
    Files.createDirectory(file);
    lookTwice();
    lookTwice();
    assertThat(last()).isEqualTo(Map.of("a.txt", "one"));
    assertThat(folder.unusable()).isEqualTo(1);
    assertThat(messages()).singleElement().asString().contains("a.txt cannot be read: ");
    Files.delete(file);
    write("a.txt", "two");
    lookTwice();
    assertThat(last()).isEqualTo(Map.of("a.txt", "two"));
    assertThat(folder.unusable()).isZero();
  }

  @Test
  void fileThatMustBeThereAndIsNotIsNamed() {
    notes.listed = Optional.of(List.of(directory.resolve("key.txt")));
    lookTwice();
    assertThat(messages())
        .containsExactly(
            directory.resolve("key.txt")
                + " cannot be read: it is not there; what was read before stays in use");
  }

  @Test
  void tooLongFileIsNotRead() throws IOException {
    write("a.txt", "x".repeat(8_001));
    lookTwice();
    assertThat(notes.read).isEmpty();
    assertThat(messages()).singleElement().asString().contains("is longer than 8000 bytes");
  }

  @Test
  void directoryThatIsGoneKeepsWhatWasReadAndComesBack() throws IOException {
    write("a.txt", "one");
    folder.look();
    Files.move(directory, parent.resolve("away"));
    lookTwice();
    assertThat(last()).isEqualTo(Map.of("a.txt", "one"));
    assertThat(notes.complete).containsExactly(true, false);
    assertThat(folder.unusable()).isEqualTo(1);
    assertThat(messages())
        .containsExactly(
            "the directory of notes cannot be read: it is not there;"
                + " what was read before stays in use");
    Files.move(parent.resolve("away"), directory);
    lookTwice();
    assertThat(notes.complete).containsExactly(true, false, true);
    assertThat(folder.unusable()).isZero();
    write("a.txt", "two");
    lookTwice();
    assertThat(last()).isEqualTo(Map.of("a.txt", "two"));
  }

  @Test
  void directoryWithTooManyFilesIsLeftAlone() throws IOException {
    for (int i = 0; i < 6; i++) {
      write(i + ".txt", "word");
    }
    folder.look();
    assertThat(last()).isEmpty();
    assertThat(messages()).singleElement().asString().contains("more than 5 files lie there");
  }

  /** As Kubernetes mounts a ConfigMap: files are links through a link that is renamed over. */
  @Test
  void linkThatIsRenamedOverChangesAllFilesAtOnce() throws IOException {
    var first = Files.createDirectory(directory.resolve("..2026_1"));
    Files.writeString(first.resolve("a.txt"), "one");
    Files.writeString(first.resolve("b.txt"), "two");
    Files.createSymbolicLink(directory.resolve("..data"), first.getFileName());
    for (var name : List.of("a.txt", "b.txt")) {
      Files.createSymbolicLink(directory.resolve(name), Path.of("..data", name));
    }
    folder.look();
    var second = Files.createDirectory(directory.resolve("..2026_2"));
    var modified = Files.getLastModifiedTime(first.resolve("a.txt"));
    Files.setLastModifiedTime(Files.writeString(second.resolve("a.txt"), "uno"), modified);
    Files.setLastModifiedTime(Files.writeString(second.resolve("b.txt"), "due"), modified);
    time.set(Instant.now().plusSeconds(60)); // settled: only that the file is another tells
    lookTwice();
    Files.move(
        Files.createSymbolicLink(directory.resolve("..tmp"), second.getFileName()),
        directory.resolve("..data"),
        StandardCopyOption.ATOMIC_MOVE);
    lookTwice();
    assertThat(last()).isEqualTo(Map.of("a.txt", "uno", "b.txt", "due"));
    assertThat(notes.taken).hasSize(2);
  }

  @Test
  void freshFileThatIsWrittenAgainWithinATickIsNoticed() throws IOException {
    var modified = Files.getLastModifiedTime(write("a.txt", "one"));
    folder.look();
    Files.setLastModifiedTime(write("a.txt", "two"), modified);
    lookTwice();
    assertThat(last()).isEqualTo(Map.of("a.txt", "two"));
  }

  @Test
  void settledFileIsNotReadAgain() throws IOException {
    var modified = Files.getLastModifiedTime(write("a.txt", "one"));
    folder.look();
    time.set(Instant.now().plusSeconds(60));
    lookTwice();
    Files.setLastModifiedTime(write("a.txt", "two"), modified);
    lookTwice();
    assertThat(last()).isEqualTo(Map.of("a.txt", "one"));
  }

  @Test
  void fileWhoseMeaningDependsOnMoreIsReadWithEachLook() throws IOException {
    notes.readAlways = true;
    write("a.txt", "one");
    lookTwice();
    notes.surroundings = "-else";
    folder.look();
    assertThat(last()).isEqualTo(Map.of("a.txt", "one-else"));
    assertThat(notes.taken).hasSize(2);
  }

  @Test
  void whatCannotBeUsedBesideOthersCountsAndIsToldOnce() throws IOException {
    notes.refusals = Map.of("b.txt", "b.txt says the same as a.txt");
    write("a.txt", "one");
    write("b.txt", "one");
    lookTwice();
    write("c.txt", "three");
    lookTwice();
    assertThat(messages())
        .containsExactly("b.txt says the same as a.txt; what was read before stays in use");
    assertThat(folder.unusable()).isEqualTo(1);
    notes.refusals = Map.of();
    Files.delete(directory.resolve("b.txt"));
    folder.look();
    assertThat(folder.unusable()).isZero();
  }

  @Test
  void oneThreadLooksUntilItIsClosed() throws IOException {
    folder = watching(Duration.ofMillis(5));
    folder.start();
    write("a.txt", "one");
    await().until(() -> threads() == 1 && folder.unusable() == 0 && !last().isEmpty());
    Files.delete(directory.resolve("a.txt"));
    Files.delete(directory);
    // 2 if the file went between the listing and the look at it, and the directory right after
    await().until(() -> folder.unusable() > 0);
    folder.close();
    await().until(() -> threads() == 0);
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("notes"))
        .count();
  }

  private WatchedFolder<String> watching(Duration pause) {
    InstantSource source = () -> Objects.requireNonNull(time.get());
    return new WatchedFolder<>(notes, pause, source.withZone(ZoneOffset.UTC));
  }

  private Map<String, String> last() {
    return notes.taken.isEmpty() ? Map.of() : notes.taken.get(notes.taken.size() - 1);
  }

  private List<String> messages() {
    return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger(WatchedFolder.class);
  }

  private void lookTwice() {
    folder.look();
    folder.look();
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content);
  }
}
