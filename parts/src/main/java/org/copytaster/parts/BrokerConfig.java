package org.copytaster.parts;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copytaster.schemas.Topics;

/**
 * How an {@link EmbeddedBroker} is set up.
 *
 * @param properties of the broker
 * @param client of an admin client that comes in by the inner door
 */
record BrokerConfig(Map<String, String> properties, Map<String, Object> client) {

  private static final String PLAIN =
      "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"inside\""
          + " password=\"%s\"";
  private static final String SCRAM =
      "org.apache.kafka.common.security.scram.ScramLoginModule required;";

  /**
   * A single node on loopback.
   *
   * @param guarded whether clients must log in; the doors for itself then have a password that is
   *     made anew each time and never leaves this process
   */
  static BrokerConfig of(Path directory, int port, boolean guarded) {
    var config = node(1, directory, 1);
    int controller = Ports.free();
    config.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
    if (!guarded) {
      listeners(config, Map.of("CLIENTS", port, "CONTROLLER", controller), "PLAINTEXT");
      config.put("inter.broker.listener.name", "CLIENTS");
      return new BrokerConfig(config, Map.of());
    }
    int inside = Ports.free();
    var password = Passwords.random();
    listeners(
        config,
        Map.of("CLIENTS", port, "INSIDE", inside, "CONTROLLER", controller),
        "SASL_PLAINTEXT");
    config.put("inter.broker.listener.name", "INSIDE");
    config.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
    config.put("sasl.mechanism.controller.protocol", "PLAIN");
    config.put("listener.name.clients.sasl.enabled.mechanisms", BrokerLogin.MECHANISM);
    config.put("listener.name.clients.scram-sha-512.sasl.jaas.config", SCRAM);
    var login = PLAIN.formatted(password);
    for (var listener : List.of("inside", "controller")) {
      config.put("listener.name." + listener + ".sasl.enabled.mechanisms", "PLAIN");
      config.put(
          "listener.name." + listener + ".plain.sasl.jaas.config",
          login + " user_inside=\"" + password + "\";");
    }
    return new BrokerConfig(
        config,
        Map.of(
            "bootstrap.servers",
            "127.0.0.1:" + inside,
            "security.protocol",
            "SASL_PLAINTEXT",
            "sasl.mechanism",
            "PLAIN",
            "sasl.jaas.config",
            login + ";"));
  }

  /**
   * A single node on loopback that tells its clients to come by another port, where something of
   * the caller's passes on what they say; it talks to itself by a port of its own.
   */
  static BrokerConfig behind(Path directory, int port, int advertised) {
    var config = node(1, directory, 1);
    int controller = Ports.free();
    int inside = Ports.free();
    config.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
    listeners(
        config, Map.of("CLIENTS", port, "INSIDE", inside, "CONTROLLER", controller), "PLAINTEXT");
    config.put("inter.broker.listener.name", "INSIDE");
    config.put(
        "advertised.listeners",
        "CLIENTS://127.0.0.1:%d,INSIDE://127.0.0.1:%d".formatted(advertised, inside));
    return new BrokerConfig(config, Map.of());
  }

  /** A node of a cluster on loopback, of whose topics every node keeps a copy. */
  static BrokerConfig of(Path directory, ClusterNode node) {
    var config = node(node.id(), directory, node.all().size());
    config.put("controller.quorum.voters", node.voters());
    listeners(
        config,
        Map.of("CLIENTS", node.doors().clients(), "CONTROLLER", node.doors().controller()),
        "PLAINTEXT");
    config.put("inter.broker.listener.name", "CLIENTS");
    return new BrokerConfig(config, Map.of());
  }

  private static void listeners(
      Map<String, String> config, Map<String, Integer> ports, String protocol) {
    var listeners =
        ports.entrySet().stream().map(e -> e.getKey() + "://127.0.0.1:" + e.getValue()).toList();
    config.put("listeners", String.join(",", listeners));
    config.put(
        "advertised.listeners",
        String.join(
            ",", listeners.stream().filter(door -> !door.startsWith("CONTROLLER")).toList()));
    config.put(
        "listener.security.protocol.map",
        String.join(",", ports.keySet().stream().map(name -> name + ":" + protocol).toList()));
    config.put("controller.listener.names", "CONTROLLER");
  }

  /**
   * What nodes have in common.
   *
   * @param nodes how many there are; each keeps a copy, and all but one must have it
   */
  private static Map<String, String> node(int id, Path directory, int nodes) {
    var copies = Integer.toString(nodes);
    var mostCopies = Integer.toString(Math.max(1, nodes - 1));
    var config = new HashMap<String, String>();
    config.put("process.roles", "broker,controller");
    config.put("node.id", Integer.toString(id));
    config.put("log.dirs", directory.toString());
    config.put("min.insync.replicas", mostCopies);
    config.put("offsets.topic.replication.factor", copies);
    config.put("transaction.state.log.replication.factor", copies);
    config.put("transaction.state.log.min.isr", mostCopies);
    config.put("share.coordinator.state.topic.replication.factor", copies);
    config.put("share.coordinator.state.topic.min.isr", mostCopies);
    // a laptop's worth of partitions: they cost start-up time and file handles
    config.put("offsets.topic.num.partitions", "4");
    config.put("transaction.state.log.num.partitions", "4");
    config.put("log.cleaner.dedupe.buffer.size", "16777216");
    config.put("group.initial.rebalance.delay.ms", "0");
    config.put("auto.create.topics.enable", "false");
    config.put("message.max.bytes", Integer.toString(Topics.LARGEST_RECORD_BYTES));
    return config;
  }
}
