package org.copytaster.benchmarks.peers;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.copytaster.standalone.evaluate.MentionFinder;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Articles of 500 words whose entities one thread finds in a second, from raw text. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 5, time = 4)
@Fork(1)
public class PeersBenchmark {

  @Param({"ENTITIES", "CORENLP", "CORENLP_CONLL", "OPENNLP"})
  private String peer = "";

  @Param({"benchmarks/target/opennlp.bin"})
  private String openNlp = "";

  private final List<String> articles = PeerRate.articles();
  private @Nullable MentionFinder finder;

  @Setup
  public void load() {
    finder = Peer.valueOf(peer).finder(new Peer.Settings("two", Path.of(openNlp)));
  }

  /** Five articles that differ. */
  @Benchmark
  @OperationsPerInvocation(PeerRate.ARTICLES)
  public void mixed(Blackhole hole) {
    var loaded = Objects.requireNonNull(finder, "load() comes first");
    for (var article : articles) {
      hole.consume(loaded.find(article));
    }
  }
}
