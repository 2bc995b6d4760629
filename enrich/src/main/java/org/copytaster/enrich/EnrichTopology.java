package org.copytaster.enrich;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.copytaster.enrich.gate.EditorNotes;
import org.copytaster.enrich.gate.EmbargoGate;
import org.copytaster.enrich.gate.GateDecision;
import org.copytaster.enrich.gate.OvertakingTime;
import org.copytaster.enrich.gate.ReceiptProcessor;
import org.copytaster.enrich.gate.VersionGate;
import org.copytaster.enrich.metrics.EnrichMetrics;
import org.copytaster.enrich.recall.RecallProcessor;
import org.copytaster.enrich.tag.ArticleEnricher;
import org.copytaster.enrich.tag.EnrichProcessor;
import org.copytaster.enrich.tag.MentionProcessor;
import org.copytaster.schemas.RecordSerdes;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.EntityMention;
import org.copytaster.schemas.record.Recall;
import org.copytaster.schemas.record.Receipt;

/** The way of an article from the topics that it comes in on to those that it goes out on. */
final class EnrichTopology {

  private final Topics topics;
  private final EnrichMetrics metrics;
  private final ArticleEnricher enricher;
  private final Clock clock;
  private final EditorNotes notes = EditorNotes.load();
  private final Serde<String> keys = Serdes.String();
  private final Serde<Article> articles;
  private final Serde<EnrichedArticle> enriched;
  private final Serde<EntityMention> mentions;
  private final Serde<Recall> recalls;
  private final Serde<Receipt> receipts;

  EnrichTopology(
      Topics topics,
      RecordSerdes serdes,
      ArticleEnricher enricher,
      EnrichMetrics metrics,
      Clock clock) {
    this.clock = clock;
    this.topics = topics;
    this.metrics = metrics;
    this.enricher = enricher;
    this.articles = serdes.newSerde();
    this.enriched = serdes.newSerde();
    this.mentions = serdes.newSerde();
    this.recalls = serdes.newSerde();
    this.receipts = serdes.newSerde();
  }

  Topology build() {
    var builder = new StreamsBuilder();
    var gates =
        builder.stream(
                List.of(topics.articles(), topics.backfill(), topics.kills()),
                Consumed.with(keys, articles)
                    .withTimestampExtractor(new OvertakingTime(topics.kills()))
                    .withName("articles"))
            .filter((guid, article) -> article != null, named("without-tombstones"))
            .mapValues(notes::withStatus, named("editor-notes"))
            .process(VersionGate.supplier(metrics, clock), named("version-gate"))
            .process(
                EmbargoGate.supplier(articles, topics.articles(), metrics, clock),
                named("embargo-gate"))
            .split(named("gates-"))
            .branch((guid, outcome) -> outcome instanceof GateDecision.Pass, Branched.as("passed"))
            .defaultBranch(Branched.as("stopped"));
    var passed = branch(gates, "gates-passed");
    var stopped = branch(gates, "gates-stopped");

    var tagged =
        passed.process(EnrichProcessor.supplier(enricher, metrics, clock), named("enrich"));
    tagged.to(topics.enriched(), Produced.with(keys, enriched).withName("enriched"));
    tagged
        .process(MentionProcessor.supplier(), named("mention"))
        .to(topics.mentions(), Produced.with(keys, mentions).withName("mentions"));
    tagged
        .process(RecallProcessor.supplier(), named("recall"), VersionGate.STORE)
        .to(topics.recalls(), Produced.with(keys, recalls).withName("recalls"));
    stopped
        .process(ReceiptProcessor::new, named("receipt"))
        .to(topics.receipts(), Produced.with(keys, receipts).withName("receipts"));
    return builder.build();
  }

  private static KStream<String, GateDecision> branch(
      Map<String, KStream<String, GateDecision>> branches, String name) {
    return Objects.requireNonNull(branches.get(name), name);
  }

  private static Named named(String name) {
    return Named.as(name);
  }
}
