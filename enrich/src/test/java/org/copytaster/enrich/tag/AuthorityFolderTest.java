package org.copytaster.enrich.tag;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.copytaster.enrich.metrics.EnrichMetrics;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.watch.WatchedFolder;
import org.copytaster.tagging.entity.link.Authority;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class AuthorityFolderTest {

  private static final String HEADER = "id\ttype\tname\taliases\tdescription\n";
  private static final String HARTWIG = HEADER + "house:1\tPER\tUlla Hartwig\t\t\n";
  private static final String BOTH = HARTWIG + "house:2\tPER\tOle Brekken\t\t\n";

  @TempDir private Path directory = Path.of("");
  private final List<Authority> taken = new CopyOnWriteArrayList<>();
  private AuthorityFolder folder = new AuthorityFolder(directory, taken::add, Clock.systemUTC());

  @BeforeEach
  void open() {
    folder = new AuthorityFolder(directory, taken::add, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    folder.close();
  }

  @Test
  void listsThatLieThereAreTakenAtTheStart() throws IOException {
    write("people.tsv", HARTWIG);
    folder.start();
    assertThat(taken).extracting(Authority::entries).containsExactly(1);
  }

  @Test
  void fileThatIsStillWrittenIsNotTaken() throws IOException {
    folder.look();
    write("people.tsv", HARTWIG);
    folder.look();
    write("people.tsv", BOTH);
    folder.look();
    assertThat(taken).isEmpty();
    folder.look();
    assertThat(taken).extracting(Authority::entries).containsExactly(2);
  }

  @Test
  void changedAddedAndRemovedFilesAreTakenAndNothingElseIsToldOf() throws IOException {
    write("people.tsv", HARTWIG);
    lookTwice();
    write("people.tsv", BOTH);
    lookTwice();
    write("places.tsv", HEADER + "house:3\tLOC\tHavnes\t\t\n");
    lookTwice();
    Files.delete(directory.resolve("people.tsv"));
    lookTwice();
    write("notes.txt", "no list");
    lookTwice();
    assertThat(taken).extracting(Authority::entries).containsExactly(1, 2, 3, 1);
    assertThat(taken).extracting(Authority::version).doesNotHaveDuplicates();
  }

  @Test
  void brokenFileKeepsItsLastGoodStateAndOthersAreTaken() throws IOException {
    write("people.tsv", BOTH);
    lookTwice();
    write("people.tsv", HEADER + "house:1\tMAN\tUlla Hartwig\t\t\n");
    write("places.tsv", HEADER + "house:3\tLOC\tHavnes\t\t\n");
    lookTwice();
    assertThat(folder.entries()).isEqualTo(3);
    assertThat(folder.broken()).isEqualTo(1);
  }

  @Test
  void mendedFileIsNoLongerBroken() throws IOException {
    write("people.tsv", "nonsense");
    lookTwice();
    assertThat(folder.broken()).isEqualTo(1);
    write("people.tsv", HARTWIG);
    lookTwice();
    assertThat(folder.broken()).isZero();
    assertThat(folder.entries()).isEqualTo(1);
  }

  @Test
  void directoryThatIsGoneKeepsWhatWasRead() throws IOException {
    var lists = Files.createDirectory(directory.resolve("lists"));
    folder = new AuthorityFolder(lists, taken::add, Clock.systemUTC());
    Files.writeString(lists.resolve("people.tsv"), HARTWIG);
    lookTwice();
    Files.delete(lists.resolve("people.tsv"));
    Files.delete(lists);
    lookTwice();
    assertThat(folder.entries()).isEqualTo(1);
    assertThat(folder.broken()).isEqualTo(1);
  }

  @Test
  void brokenListsShowInAMetric() throws IOException {
    var metrics = new Metrics("enrich");
    new EnrichMetrics(metrics).watchAuthority(folder::entries, folder::broken);
    write("people.tsv", "nonsense");
    lookTwice();
    assertThat(metrics.scrape())
        .contains("copytaster_enrich_authority_broken{service=\"enrich\"} 1.0")
        .contains("copytaster_enrich_authority_entries{service=\"enrich\"} 0.0");
  }

  @Test
  void complaintIsOneSentenceWithFileLineAndColumnAndIsMadeOnce() throws IOException {
    var log = (Logger) LoggerFactory.getLogger(WatchedFolder.class);
    var appender = new ListAppender<ILoggingEvent>();
    appender.start();
    log.addAppender(appender);
    write("people.tsv", HEADER + "house:1\tMAN\tUlla Hartwig\t\t\n");
    lookTwice();
    lookTwice();
    log.detachAppender(appender);
    assertThat(appender.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "authority list people.tsv line 2: type \"MAN\" is none of PER, ORG, LOC, MISC;"
                + " what was read before stays in use");
  }

  private void lookTwice() {
    folder.look();
    folder.look();
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(directory.resolve(name), content);
  }
}
