package org.copytaster.parts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.Uuid;
import org.copytaster.runtime.Service;

/**
 * Three brokers in this process that keep a copy of everything each, and of which one may be away:
 * for tests of what happens then.
 */
public final class EmbeddedCluster implements Service {

  /** How many there are; a record is written once all but one have it. */
  public static final int NODES = 3;

  private final List<EmbeddedBroker> nodes = new ArrayList<>();

  /**
   * A cluster that is not started yet.
   *
   * @param directory where the nodes' directories are made
   */
  public EmbeddedCluster(Path directory) {
    var cluster = Uuid.randomUuid().toString();
    var doors =
        IntStream.range(0, NODES)
            .mapToObj(node -> new ClusterNode.Doors(Ports.free(), Ports.free()))
            .toList();
    for (int id = 1; id <= NODES; id++) {
      nodes.add(
          new EmbeddedBroker(directory.resolve("node-" + id), new ClusterNode(id, cluster, doors)));
    }
  }

  @Override
  public String name() {
    return "brokers";
  }

  /** What clients take as {@code bootstrap.servers}: all of them. */
  public String bootstrap() {
    return nodes.stream().map(EmbeddedBroker::bootstrap).collect(Collectors.joining(","));
  }

  /** Starts all at once: none is served before most of them are there. */
  @Override
  public void start() {
    all(EmbeddedBroker::start);
  }

  /** Stops one node, from 0; the others take its partitions over. */
  public void stop(int node) {
    nodes.get(node).close();
  }

  /** Starts one node again, on what it has kept. */
  public void start(int node) {
    nodes.get(node).start();
  }

  @Override
  public boolean ready() {
    return nodes.stream().allMatch(EmbeddedBroker::ready);
  }

  @Override
  public void close() {
    all(EmbeddedBroker::close);
  }

  private void all(Consumer<EmbeddedBroker> work) {
    CompletableFuture.allOf(
            nodes.stream()
                .map(node -> CompletableFuture.runAsync(() -> work.accept(node)))
                .toArray(CompletableFuture[]::new))
        .join();
  }
}
