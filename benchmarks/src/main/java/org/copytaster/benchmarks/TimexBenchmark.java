package org.copytaster.benchmarks;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.copytaster.enrich.text.Text;
import org.copytaster.enrich.text.ZoneLabeler;
import org.copytaster.enrich.timex.DocumentTime;
import org.copytaster.enrich.timex.PatternTimexTagger;
import org.copytaster.enrich.timex.Timex;
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
  private final Zoned dense = Zoned.of(Texts.own());
  private final List<Zoned> mixed = Texts.mixed().stream().map(Zoned::of).toList();

  private record Zoned(Text text, DocumentTime creation) {

    static Zoned of(Texts.Story story) {
      var characters = story.headline() + "\n\n" + story.body();
      var text = new Text(characters, ZoneLabeler.english().label(characters, List.of()));
      return new Zoned(text, DocumentTime.of(LocalDate.parse(story.date())));
    }
  }

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
