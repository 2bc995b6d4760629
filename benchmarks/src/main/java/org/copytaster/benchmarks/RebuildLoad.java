package org.copytaster.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.copytaster.enrich.EnrichSettings;
import org.copytaster.enrich.PastEnricher;
import org.copytaster.parts.EmbeddedRegistry;
import org.copytaster.parts.Lane;
import org.copytaster.parts.Parts;
import org.copytaster.schemas.RecordSerdes;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.sink.Rebuild;
import org.copytaster.sink.SinkSettings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How many records a second a store is built again of, and what a hundred thousand articles take on
 * disk. Starts broker, registry and PostgreSQL for itself. A few hundred stories are tagged once
 * and written under many guids; of some guids an earlier version stands on {@code news.articles},
 * which the rebuild has to tag.
 */
@Command(name = "rebuild", mixinStandardHelpOptions = true)
public final class RebuildLoad implements Callable<Integer> {

  @Option(names = "--articles", defaultValue = "100000")
  private int articles;

  @Option(names = "--earlier", description = "Earlier versions.", defaultValue = "2000")
  private int earlier;

  @Option(names = "--stories", description = "Different texts.", defaultValue = "300")
  private int different;

  @Option(
      names = "--texts",
      description = "JSON lines, gzipped or not, with title, dateline, date and text.",
      defaultValue = "../shared/data/reuters21578.jsonl.gz")
  private Path texts = Path.of("");

  private final Clock clock = Clock.systemUTC();

  /** Runs it. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new RebuildLoad()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    var directory = Files.createTempDirectory(Path.of("benchmarks", "target"), "rebuild");
    var built = Path.of("parts", "target");
    try (var parts =
        Parts.start(directory, EmbeddedRegistry.program(built), built.resolve("postgres"))) {
      var lane = parts.lane("load");
      var settings = EnrichSettings.read(lane.settings());
      try (var enricher = PastEnricher.start(settings, clock)) {
        publish(lane, enricher);
        for (var topic : List.of(lane.topics().articles(), lane.topics().enriched())) {
          System.out.printf("%s: %,d bytes%n", topic, size(directory.resolve("broker"), topic));
        }
        var begin = clock.instant();
        var past = new Rebuild.Past(PastEnricher.judging(), Optional.of(enricher::enrich));
        var rebuild = new Rebuild(SinkSettings.read(lane.settings()), clock, System.out::println);
        System.out.println(rebuild.run(Rebuild.Begin.EMPTY, past));
        System.out.println("all of it took " + Duration.between(begin, clock.instant()));
      }
      tell(lane);
    }
    return 0;
  }

  private void publish(Lane lane, PastEnricher enricher) throws Exception {
    var tagged = new ArrayList<EnrichedArticle>();
    long characters = 0;
    for (var story : Texts.read(texts).stream().limit(different).toList()) {
      var article = article(story);
      tagged.add(enricher.enrich(PastEnricher.judging().apply(article)));
      characters += story.body().length();
    }
    System.out.printf(
        "%d stories, %d characters on average%n", tagged.size(), characters / different);
    var kafka = lane.kafka();
    var serdes = new RecordSerdes(kafka.serializer(), kafka.deserializer(), kafka.serde());
    var config = kafka.producer();
    config.put(ProducerConfig.LINGER_MS_CONFIG, 50);
    var topics = lane.topics();
    var sent = new ArrayList<Future<RecordMetadata>>();
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), serdes.<Object>newSerializer())) {
      for (int i = 0; i < articles; i++) {
        var guid = "urn:load:" + i;
        var enriched = tagged.get(i % tagged.size());
        if (i < earlier) {
          var first = of(enriched.getArticle(), guid, 1);
          sent.add(producer.send(new ProducerRecord<>(topics.articles(), guid, first)));
        }
        var current = of(enriched.getArticle(), guid, 2);
        sent.add(producer.send(new ProducerRecord<>(topics.articles(), guid, current)));
        var whole = EnrichedArticle.newBuilder(enriched).setArticle(current).build();
        sent.add(producer.send(new ProducerRecord<>(topics.enriched(), guid, whole)));
      }
      for (var each : sent) {
        each.get();
      }
      producer.flush();
    }
  }

  private Article article(Texts.Story story) {
    return Article.newBuilder()
        .setGuid("urn:load")
        .setVersion(1)
        .setHeadline(story.headline())
        .setBody(story.body())
        .setLanguage("en")
        .setVersionCreated(Instant.parse(story.date() + "T12:00:00Z"))
        .setSource("load")
        .setReceivedAt(clock.instant())
        .setContentHash("0".repeat(64))
        .build();
  }

  private static Article of(Article article, String guid, int version) {
    return Article.newBuilder(article)
        .setGuid(guid)
        .setVersion(version)
        .setContentHash(version + article.getContentHash().substring(1))
        .build();
  }

  private static void tell(Lane lane) throws SQLException {
    try (var connection = DriverManager.getConnection(lane.databaseUrl());
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select relname, n_live_tup, pg_total_relation_size(relid)
                from pg_stat_user_tables order by 3 desc
                """)) {
      while (rows.next()) {
        System.out.printf(
            "%s: %,d rows, %,d bytes with indexes%n",
            rows.getString(1), rows.getLong(2), rows.getLong(3));
      }
    }
  }

  /** Of the segments, without indexes, which are made larger than they are. */
  private static long size(Path broker, String topic) throws IOException {
    try (var files = Files.walk(broker)) {
      long bytes = 0;
      var segment = Pattern.compile(".*/" + Pattern.quote(topic) + "-[0-9]+/[0-9]+\\.log");
      for (var file : files.toList()) {
        if (segment.matcher(file.toString()).matches()) {
          bytes += Files.size(file);
        }
      }
      return bytes;
    }
  }
}
