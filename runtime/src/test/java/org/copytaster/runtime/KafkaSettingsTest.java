package org.copytaster.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaSettingsTest {

  @Test
  void anyClientSettingIsPassedThrough() {
    var kafka =
        KafkaSettings.read(
            Settings.of(
                Map.of(
                    "COPYTASTER_KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                    "COPYTASTER_KAFKA_SASL_JAAS_CONFIG", "secret",
                    "COPYTASTER_KAFKA_MAX_POLL_RECORDS", "7")));

    assertThat(kafka.consumer())
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("sasl.jaas.config", "secret")
        .containsEntry("max.poll.records", "7");
    assertThat(kafka.producer())
        .containsEntry("security.protocol", "SASL_SSL")
        .doesNotContainKey("max.poll.records");
    assertThat(kafka.toString()).doesNotContain("secret");
  }

  @Test
  void whatNoClientKnowsIsRefusedWithTheNearestName() {
    var settings = Settings.of(Map.of("COPYTASTER_KAFKA_SECURITY_PROTOCOLL", "SSL"));
    KafkaSettings.read(settings);

    assertThatThrownBy(() -> settings.check(List.of()))
        .hasMessageContaining("the nearest one is security.protocol");
  }

  @Test
  void registryCredentialsGoUnderConfluentsNames() {
    var kafka =
        KafkaSettings.read(
            Settings.of(
                Map.of("COPYTASTER_REGISTRY_USER", "me", "COPYTASTER_REGISTRY_PASSWORD", "hush")));

    assertThat(kafka.serde())
        .containsEntry("basic.auth.credentials.source", "USER_INFO")
        .containsEntry("basic.auth.user.info", "me:hush")
        .containsEntry("auto.register.schemas", "false");
  }

  @Test
  void producersWaitForAllReplicas() {
    assertThat(KafkaSettings.read(Settings.of(Map.of())).producer())
        .containsEntry("acks", "all")
        .containsEntry("enable.idempotence", true);
  }
}
