package org.copytaster.standalone.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.copytaster.enrich.tag.ArticleEnricher;
import org.copytaster.enrich.tag.RecordTagger;
import org.copytaster.enrich.tag.SourceLocales;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.runtime.log.Fault;
import org.copytaster.schemas.RecordSerdes;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.standalone.read.FileReadings;
import org.jspecify.annotations.Nullable;

/** Reads the bytes of dead letters with the code of today, and publishes nothing. */
final class LetterTrial {

  private final Topics topics;
  private final RecordSerdes serdes;
  private final Set<String> ofArticles;
  private @Nullable ArticleEnricher enricher;

  LetterTrial(KafkaSettings kafka) {
    topics = new Topics(kafka.topicPrefix());
    serdes = new RecordSerdes(kafka.serializer(), kafka.deserializer(), kafka.serde());
    ofArticles = Set.of(topics.articles(), topics.backfill(), topics.kills());
  }

  /** What would become of them, in one sentence without any of the text. */
  String of(String from, byte[] bytes) {
    if (from.equals(topics.originals())) {
      return copy(bytes);
    }
    SpecificRecord record;
    try {
      record = serdes.<SpecificRecord>newDeserializer().deserialize(from, bytes);
    } catch (RuntimeException e) {
      return "it fails again, its value cannot be read: " + Fault.of(e);
    }
    if (ofArticles.contains(from) && record instanceof Article article) {
      return tagged(article);
    }
    return "it can be read; whether the store takes it is not tried";
  }

  private static String copy(byte[] bytes) {
    try {
      var read =
          new FileReadings("", ZoneOffset.UTC, Clock.systemUTC())
              .of(Path.of("letter"), bytes).stream()
                  .collect(
                      Collectors.groupingBy(
                          each -> each.path("kind").asText("article"), Collectors.counting()));
      boolean fails = read.containsKey("unreadable") || read.containsKey("unknown-format");
      return fails
          ? "it fails again, today's readers cannot read the copy, either"
          : "the copy can be read: " + read + "; after the replay, 'copytaster reread' takes it";
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private String tagged(Article article) {
    if (article.getPubStatus() != PubStatus.USABLE) {
      return "it can be read; nothing is tagged of a " + article.getPubStatus();
    }
    var with = enricher;
    if (with == null) {
      with = new ArticleEnricher(RecordTagger.english(), SourceLocales.NONE);
      enricher = with;
    }
    try {
      var unused = with.enrich(article, Clock.systemUTC().instant());
      return "it can be read and tagged";
    } catch (RuntimeException e) {
      return "it fails again, it cannot be tagged: " + Fault.of(e);
    }
  }
}
