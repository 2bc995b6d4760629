package org.copytaster.runtime;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * How to reach the broker and the registry.
 *
 * @param bootstrap host:port of one or more brokers, separated by commas
 * @param topicPrefix put before the name of every topic; empty by default
 * @param registry settings for serializers, under Confluent's names ({@code schema.registry.url},
 *     …)
 * @param serializer class name of the value serializer; Confluent's drops in
 * @param deserializer class name of the value deserializer
 * @param properties further Kafka client settings such as {@code security.protocol}
 */
public record KafkaSettings(
    String bootstrap,
    String topicPrefix,
    Map<String, String> registry,
    String serializer,
    String deserializer,
    Map<String, String> properties) {

  private static final String PASS_THROUGH = Settings.PREFIX + "KAFKA_";

  public KafkaSettings {
    registry = Map.copyOf(registry);
    properties = Map.copyOf(properties);
  }

  /** Reads {@code COPYTASTER_KAFKA_…}, {@code COPYTASTER_REGISTRY_…} and the serializer classes. */
  public static KafkaSettings read(Settings settings) {
    var bootstrap =
        settings.text(
            PASS_THROUGH + "BOOTSTRAP_SERVERS", "127.0.0.1:9092", "brokers, host:port, by commas");
    var prefix =
        settings.text(Settings.PREFIX + "TOPIC_PREFIX", "", "put before every topic's name");
    var serializer =
        settings.text(
            Settings.PREFIX + "VALUE_SERIALIZER",
            "org.copytaster.schemas.AvroValueSerializer",
            "class that writes record values; Confluent's KafkaAvroSerializer drops in");
    var deserializer =
        settings.text(
            Settings.PREFIX + "VALUE_DESERIALIZER",
            "org.copytaster.schemas.AvroValueDeserializer",
            "class that reads record values; Confluent's KafkaAvroDeserializer drops in");
    return new KafkaSettings(
        bootstrap, prefix, registry(settings), serializer, deserializer, passThrough(settings));
  }

  /** Settings of an admin client. */
  public Map<String, Object> admin() {
    return client(AdminClientConfig.configNames());
  }

  /**
   * Settings of an admin client that asks time and again whether the brokers are well.
   *
   * @param client its id
   * @param patience after which a question has failed
   */
  public Map<String, Object> probe(String client, Duration patience) {
    var config = admin();
    int millis = Math.toIntExact(patience.toMillis());
    config.put(AdminClientConfig.CLIENT_ID_CONFIG, client);
    config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
    config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
    config.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    return config;
  }

  /** Settings of a producer that waits for all in-sync replicas; serializers are the caller's. */
  public Map<String, Object> producer() {
    var config = client(ProducerConfig.configNames());
    config.putIfAbsent(ProducerConfig.ACKS_CONFIG, "all");
    config.putIfAbsent(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    // Whoever reads gets a batch whole, however little was asked for: what is urgent waits for it.
    config.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, 4 * 1024);
    return config;
  }

  /** Settings of a consumer that sees committed records only and starts at the beginning. */
  public Map<String, Object> consumer() {
    var config = client(ConsumerConfig.configNames());
    config.putIfAbsent(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.putIfAbsent(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.putIfAbsent(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    // a killed instance is noticed after ten seconds, not after forty-five
    config.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    config.putIfAbsent(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
    return config;
  }

  /** Settings of Kafka Streams: where the brokers are and whatever was passed through. */
  public Map<String, Object> streams() {
    var config = new HashMap<String, Object>(properties);
    config.put("bootstrap.servers", bootstrap);
    return config;
  }

  /** The registry's settings plus those that make readers return our generated classes. */
  public Map<String, Object> serde() {
    var config = new HashMap<String, Object>(registry);
    config.put("specific.avro.reader", "true");
    config.put("avro.use.logical.type.converters", "true");
    return config;
  }

  private Map<String, Object> client(Set<String> known) {
    var config = new HashMap<String, Object>();
    properties.forEach(
        (name, value) -> {
          if (known.contains(name)) {
            config.put(name, value);
          }
        });
    config.put("bootstrap.servers", bootstrap);
    return config;
  }

  private static Map<String, String> registry(Settings settings) {
    var registry = new TreeMap<String, String>();
    registry.put(
        "schema.registry.url",
        settings.text(
            Settings.PREFIX + "REGISTRY_URL",
            "http://127.0.0.1:8085/apis/ccompat/v7",
            "schema registry, base of Confluent's API"));
    var user = settings.optional(Settings.PREFIX + "REGISTRY_USER", "user name at the registry");
    var password =
        settings.secret(Settings.PREFIX + "REGISTRY_PASSWORD", "password at the registry");
    user.ifPresent(
        name -> {
          registry.put("basic.auth.credentials.source", "USER_INFO");
          registry.put("basic.auth.user.info", name + ":" + password.reveal());
        });
    registry.put(
        "auto.register.schemas",
        Boolean.toString(
            settings.flag(
                Settings.PREFIX + "REGISTRY_AUTO_REGISTER",
                false,
                "whether producers may register schemas")));
    return registry;
  }

  private static Map<String, String> passThrough(Settings settings) {
    var known = new HashSet<>(ProducerConfig.configNames());
    known.addAll(ConsumerConfig.configNames());
    known.addAll(AdminClientConfig.configNames());
    var properties = new TreeMap<String, String>();
    settings
        .prefixed(
            PASS_THROUGH,
            "any Kafka client setting: SECURITY_PROTOCOL is security.protocol; with _FILE behind it"
                + " a file that holds it")
        .forEach(
            (rest, value) -> {
              var property = property(rest);
              if (known.contains(property)) {
                properties.put(property, value);
              } else if (rest.endsWith(Settings.FILE) && known.contains(inFile(rest))) {
                properties.put(inFile(rest), settings.content(PASS_THROUGH + rest, value));
              } else {
                settings.problem(
                    PASS_THROUGH + rest,
                    "is not a setting of a Kafka client; the nearest one is "
                        + Settings.nearest(property, known));
              }
            });
    return properties;
  }

  private static String property(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '.');
  }

  private static String inFile(String name) {
    return property(name.substring(0, name.length() - Settings.FILE.length()));
  }

  /** Leaves out every value that may be a secret. */
  @Override
  public String toString() {
    return "KafkaSettings[bootstrap=" + bootstrap + ", topicPrefix=" + topicPrefix + "]";
  }
}
