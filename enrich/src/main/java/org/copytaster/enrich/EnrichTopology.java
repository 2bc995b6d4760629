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
import org.copytaster.enrich.gate.AuditProcessor;
import org.copytaster.enrich.gate.EditorNotes;
import org.copytaster.enrich.gate.EmbargoGate;
import org.copytaster.enrich.gate.GateDecision;
import org.copytaster.enrich.gate.HeldProcessor;
import org.copytaster.enrich.gate.OvertakingTime;
import org.copytaster.enrich.gate.ReceiptProcessor;
import org.copytaster.enrich.gate.VersionGate;
import org.copytaster.enrich.metrics.EnrichMetrics;
import org.copytaster.enrich.recall.RecallProcessor;
import org.copytaster.enrich.tag.ArticleEnricher;
import org.copytaster.enrich.tag.EnrichProcessor;
import org.copytaster.enrich.tag.MentionPartitioner;
import org.copytaster.enrich.tag.MentionProcessor;
import org.copytaster.runtime.trace.Tracing;
import org.copytaster.schemas.RecordSerdes;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.Act;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Audit;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.EntityMention;
import org.copytaster.schemas.record.HeldState;
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
  private final Serde<Act> acts;
  private final Serde<HeldState> held;
  private final Serde<Audit> audits;

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
    this.acts = serdes.newSerde();
    this.held = serdes.newSerde();
    this.audits = serdes.newSerde();
  }

  Topology build(Tracing tracing) {
    var builder = new StreamsBuilder();
    var time = new OvertakingTime(topics.kills(), topics.acts());
    var asked =
        builder.stream(
                topics.acts(),
                Consumed.with(keys, acts).withTimestampExtractor(time).withName("acts"))
            .filter((guid, act) -> guid != null && act != null, named("without-nothing"))
            .<GateDecision>mapValues(GateDecision.Asked::new, named("asked"));
    var outcomes =
        builder.stream(
                List.of(topics.articles(), topics.backfill(), topics.kills()),
                Consumed.with(keys, articles).withTimestampExtractor(time).withName("articles"))
            .filter((guid, article) -> article != null, named("without-tombstones"))
            .mapValues(notes::withStatus, named("editor-notes"))
            .process(VersionGate.supplier(metrics, clock, tracing), named("version-gate"))
            .merge(asked, named("gate"))
            .process(
                EmbargoGate.supplier(articles, topics.articles(), metrics, clock, tracing),
                named("embargo-gate"))
            .split(named("gates-"))
            .branch((guid, outcome) -> outcome instanceof GateDecision.Pass, Branched.as("passed"))
            .branch((guid, said) -> said instanceof GateDecision.Listed, Branched.as("listed"))
            .branch((guid, said) -> said instanceof GateDecision.Audited, Branched.as("audited"))
            .defaultBranch(Branched.as("stopped"));
    tagged(branch(outcomes, "gates-passed"), tracing);
    told(outcomes);
    return builder.build();
  }

  private void tagged(KStream<String, GateDecision> passed, Tracing tracing) {
    var tagged =
        passed.process(
            EnrichProcessor.supplier(enricher, metrics, clock, topics.backfill(), tracing),
            named("enrich"));
    tagged.to(topics.enriched(), Produced.with(keys, enriched).withName("enriched"));
    tagged
        .process(MentionProcessor.supplier(), named("mention"))
        .to(
            topics.mentions(),
            Produced.with(keys, mentions, new MentionPartitioner()).withName("mentions"));
    tagged
        .process(RecallProcessor.supplier(), named("recall"), VersionGate.STORE)
        .to(topics.recalls(), Produced.with(keys, recalls).withName("recalls"));
  }

  private void told(Map<String, KStream<String, GateDecision>> outcomes) {
    branch(outcomes, "gates-stopped")
        .process(ReceiptProcessor::new, named("receipt"))
        .to(topics.receipts(), Produced.with(keys, receipts).withName("receipts"));
    branch(outcomes, "gates-listed")
        .process(HeldProcessor::new, named("list"))
        .to(topics.held(), Produced.with(keys, held).withName("held"));
    branch(outcomes, "gates-audited")
        .process(AuditProcessor::new, named("audit-act"))
        .to(topics.audit(), Produced.with(keys, audits).withName("audit"));
  }

  private static KStream<String, GateDecision> branch(
      Map<String, KStream<String, GateDecision>> branches, String name) {
    return Objects.requireNonNull(branches.get(name), name);
  }

  private static Named named(String name) {
    return Named.as(name);
  }
}
