package org.copytaster.parts;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A node's place in its cluster.
 *
 * @param id from 1
 * @param cluster the cluster's id, the same on every node
 * @param all the doors of every node, in the order of their ids
 */
record ClusterNode(int id, String cluster, List<Doors> all) {

  /** The two ports of a node, on loopback. */
  record Doors(int clients, int controller) {}

  Doors doors() {
    return all.get(id - 1);
  }

  /** Who elects the controller, by Kafka's name {@code controller.quorum.voters}. */
  String voters() {
    return IntStream.range(0, all.size())
        .mapToObj(node -> (node + 1) + "@127.0.0.1:" + all.get(node).controller())
        .collect(Collectors.joining(","));
  }
}
