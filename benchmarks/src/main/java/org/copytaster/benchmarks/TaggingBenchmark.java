package org.copytaster.benchmarks;

import java.util.concurrent.TimeUnit;
import org.copytaster.enrich.tag.RecordTagger;
import org.copytaster.schemas.record.EnrichedArticle;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Articles of 500 words that one thread tags in a second: zones, language, entities, timexes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TaggingBenchmark {

  private final RecordTagger tagging = RecordTagger.english();
  private final String text = Texts.own().headline() + "\n\n" + Texts.own().body();

  @Benchmark
  public EnrichedArticle article() {
    return tagging.tag(text, "2026-11-20");
  }
}
