package org.copytaster.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.copytaster.parts.Lane;
import org.copytaster.parts.Ports;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.parts.testing.Reading;
import org.copytaster.parts.testing.leak.Marks;
import org.copytaster.runtime.Metrics;
import org.copytaster.runtime.Service;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.Article;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Lanes.class)
class DropFolderIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String BROKEN =
      "{\"guid\":\"g\",\"headline\":\"%s\",\"body\":".formatted(Marks.in("headline"));

  private final List<Service> services = new ArrayList<>();

  @AfterEach
  void stop() {
    services.forEach(Service::close);
  }

  @Test
  void eachSourceHasADirectoryAndAClockOfItsOwn(Lane lane, @TempDir Path directory)
      throws IOException {
    var sources = Files.createDirectories(directory.resolve("sources"));
    var drop = Files.createDirectories(directory.resolve("nordwire"));
    Files.writeString(
        sources.resolve("nordwire.yaml"),
        """
        name: nordwire
        way: folder
        directory: %s
        zone: Europe/Oslo
        language: nb
        """
            .formatted(drop));
    Files.writeString(
        drop.resolve("a.xml"),
        """
        <nitf><head><docdata><doc-id id-string="nw-1"/><date.issue norm="20261123T101500"/>
        </docdata></head><body><body.head><hedline><hl1>Ferja går igjen</hl1></hedline></body.head>
        <body.content><p>Ferja til øyene går igjen fra tirsdag.</p></body.content></body></nitf>
        """);

    ingest(lane, "COPYTASTER_INGEST_SOURCES", sources.toString());

    var article = articles(lane, 1).get(0);
    assertThat(article.getSource()).isEqualTo("nordwire");
    assertThat(article.getLanguage()).isEqualTo("nb");
    assertThat(article.getFormat()).isEqualTo("nitf");
    assertThat(article.getVersionCreated()).isEqualTo(Instant.parse("2026-11-23T09:15:00Z"));
  }

  @Test
  void aFileThatStaysUnreadableIsRefusedOnceAndWhole(Lane lane, @TempDir Path drop)
      throws IOException {
    Files.writeString(drop.resolve("a.json"), BROKEN);

    ingest(lane, "COPYTASTER_INGEST_DROP", drop.toString());

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(drop.resolve("refused/a.json.reason")).content().contains("at line 1"));
    var letters =
        Reading.bytes(lane.kafka(), new Topics(lane.kafka().topicPrefix()).deadLetters(), 1);
    assertThat(letters)
        .extracting(letter -> new String(letter.value(), UTF_8))
        .containsExactly(BROKEN);
  }

  @Test
  void aFileThatGrowsWhileItIsTriedIsTakenWhole(Lane lane, @TempDir Path drop) throws IOException {
    var file = drop.resolve("a.json");
    Files.writeString(file, "{\"guid\":\"g\",\"body\":\"half");
    ingest(lane, "COPYTASTER_INGEST_DROP", drop.toString());

    await().atMost(PATIENCE).until(() -> appended(file, " and the rest\"}"));

    assertThat(articles(lane, 1)).extracting(Article::getBody).containsExactly("half and the rest");
    await().atMost(PATIENCE).until(() -> Files.exists(drop.resolve("done/a.json")));
  }

  @Test
  void instancesShareADirectoryWithoutDoubles(Lane lane, @TempDir Path drop) throws IOException {
    for (int i = 0; i < 120; i++) {
      Files.writeString(
          drop.resolve("f%03d.json".formatted(i)), "{\"guid\":\"g" + i + "\",\"body\":\"b\"}");
    }

    ingest(lane, "COPYTASTER_INGEST_DROP", drop.toString());
    ingest(lane, "COPYTASTER_INGEST_DROP", drop.toString());

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(count(drop, "done")).isEqualTo(120));
    assertThat(count(drop, "refused")).isZero();
    assertThat(articles(lane, 120)).hasSize(120);
  }

  @Test
  void whatAnInstanceThatIsGoneHadClaimedIsTakenBack(Lane lane, @TempDir Path drop)
      throws IOException {
    var claimed = Files.createDirectories(drop.resolve(".claimed")).resolve("a.txt");
    Files.writeString(claimed, "The ferry runs again.");
    Files.setLastModifiedTime(claimed, FileTime.from(Instant.now().minusSeconds(90)));

    ingest(lane, "COPYTASTER_INGEST_DROP", drop.toString());

    assertThat(articles(lane, 1)).hasSize(1);
    await().atMost(PATIENCE).until(() -> Files.exists(drop.resolve("done/a.txt")));
  }

  @Test
  void aNameThatFillsItsRoomIsRefusedTwiceAndKeepsNobodyOut(Lane lane, @TempDir Path drop)
      throws IOException {
    var longest = "n".repeat(250) + ".json";
    Files.writeString(Files.createDirectories(drop.resolve("refused")).resolve(longest), "old");
    Files.writeString(drop.resolve(longest), "{\"guid\":\"g\",\"body\":\"\"}");
    Files.writeString(drop.resolve("z\r\nX: y.txt"), "The ferry runs again.");

    ingest(lane, "COPYTASTER_INGEST_DROP", drop.toString());

    assertThat(articles(lane, 1)).hasSize(1);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(drop.resolve("refused/" + longest.substring(0, 253) + ".2")).exists();
              assertThat(drop.resolve("done/z\r\nX: y.txt")).exists();
            });
  }

  @Test
  void aLinkOutOfTheFolderIsNotFollowed(Lane lane, @TempDir Path directory) throws IOException {
    var drop = Files.createDirectories(directory.resolve("drop"));
    var secret = Files.writeString(directory.resolve("secret.txt"), "Not for the wire.");
    Files.createSymbolicLink(drop.resolve("a.txt"), secret);
    Files.writeString(drop.resolve("b.txt"), "The ferry runs again.");

    ingest(lane, "COPYTASTER_INGEST_DROP", drop.toString());

    assertThat(articles(lane, 1))
        .extracting(Article::getBody)
        .containsExactly("The ferry runs again.");
    assertThat(secret).hasContent("Not for the wire.");
    assertThat(Files.isSymbolicLink(drop.resolve("a.txt"))).isTrue();
  }

  @Test
  void aFileOfAHundredMegabytesIsRefusedUnread(Lane lane, @TempDir Path drop) throws IOException {
    try (var file = new RandomAccessFile(drop.resolve("a.json").toFile(), "rw")) {
      file.setLength(100L * 1024 * 1024);
    }

    ingest(lane, "COPYTASTER_INGEST_DROP", drop.toString());

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(drop.resolve("refused/a.json.reason"))
                    .hasContent("file must not be longer than 2097152 bytes"));
  }

  /** False where the file is being looked at just now. */
  private static boolean appended(Path file, String more) {
    try {
      Files.writeString(file, more, StandardOpenOption.APPEND);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static long count(Path drop, String place) throws IOException {
    try (var files = Files.list(drop.resolve(place))) {
      return files.count();
    }
  }

  private void ingest(Lane lane, String name, String value) {
    var settings =
        IngestSettings.read(
            lane.settings(
                name,
                value,
                "COPYTASTER_INGEST_DROP_QUIET",
                "200ms",
                "COPYTASTER_INGEST_PORT",
                "" + Ports.free()));
    var service = Ingest.service(settings, new Metrics("ingest"));
    service.start();
    services.add(service);
    await().atMost(PATIENCE).until(service::ready);
  }

  private static List<Article> articles(Lane lane, int atLeast) {
    var topic = new Topics(lane.kafka().topicPrefix()).articles();
    return Reading.<Article>records(lane.kafka(), topic, atLeast).stream()
        .map(record -> record.value())
        .toList();
  }
}
