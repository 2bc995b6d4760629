package org.copytaster.enrich;

import java.time.Instant;
import org.apache.kafka.streams.TestInputTopic;
import org.copytaster.schemas.record.Act;
import org.copytaster.schemas.record.ActKind;
import org.jspecify.annotations.Nullable;

/** An editor who asks for acts on held articles, each under an id of its own. */
final class AskingEditor {

  private final EnrichDriver enrich;
  private final TestInputTopic<String, Act> acts;
  private int asked;

  AskingEditor(EnrichDriver enrich) {
    this.enrich = enrich;
    this.acts = enrich.acts();
  }

  /** An act on {@link HeldSamples#GUID}. */
  void ask(ActKind kind, @Nullable Integer version, @Nullable Instant until) {
    acts.pipeInput(HeldSamples.GUID, act(HeldSamples.GUID, kind, version, until));
  }

  /** An act on whatever version of another guid is held. */
  void ask(String guid, ActKind kind, @Nullable Instant until) {
    acts.pipeInput(guid, act(guid, kind, null, until));
  }

  Act act(String guid, ActKind kind, @Nullable Integer version, @Nullable Instant until) {
    return Act.newBuilder()
        .setId("act" + asked++)
        .setGuid(guid)
        .setVersion(version)
        .setKind(kind)
        .setUntil(until)
        .setBy("ed")
        .setFrom("127.0.0.1")
        .setTime(enrich.clock.instant())
        .build();
  }
}
