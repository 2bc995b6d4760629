package org.copytaster.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.copytaster.tagging.text.ZoneLabeler;
import org.copytaster.tagging.text.ZonedSpan;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Articles of 500 words whose zones one thread labels in a second. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ZoneBenchmark {

  private final ZoneLabeler labeler = ZoneLabeler.english();
  private final String text = Texts.own().headline() + "\n\n" + Texts.own().body();

  @Benchmark
  public List<ZonedSpan> article() {
    return labeler.label(text, List.of());
  }
}
