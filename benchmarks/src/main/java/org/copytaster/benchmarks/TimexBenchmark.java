package org.copytaster.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.copytaster.tagging.timex.PatternTimexTagger;
import org.copytaster.tagging.timex.Timex;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Articles of 500 words whose dates one thread finds in a second; zones are made before. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class TimexBenchmark {

  private static final int ARTICLES = 5;

  private final PatternTimexTagger tagger = PatternTimexTagger.english();
  private final ZonedArticle dense = ZonedArticle.of(Texts.own());
  private final List<ZonedArticle> mixed = ZonedArticle.mixed();

  /** One article, the same each time, with a time expression every thirteen words. */
  @Benchmark
  public List<Timex> dense() {
    return tagger.tag(dense.text(), dense.creation());
  }

  /** Five articles that differ, with a time expression every 40 to 50 words. */
  @Benchmark
  @OperationsPerInvocation(ARTICLES)
  public void mixed(Blackhole hole) {
    if (mixed.size() != ARTICLES) {
      throw new IllegalStateException("there are " + mixed.size() + " articles");
    }
    for (var article : mixed) {
      hole.consume(tagger.tag(article.text(), article.creation()));
    }
  }
}
