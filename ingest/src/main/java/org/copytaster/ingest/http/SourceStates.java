package org.copytaster.ingest.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.copytaster.ingest.source.Source;
import org.copytaster.ingest.source.SourceActivity;
import org.copytaster.ingest.source.Sources;

/** {@code GET /v1/sources}: who is set up and what each does, without anything that is secret. */
final class SourceStates {

  private final Supplier<Sources> sources;
  private final SourceActivity activity;
  private final Clock clock;

  SourceStates(Supplier<Sources> sources, SourceActivity activity, Clock clock) {
    this.sources = sources;
    this.activity = activity;
    this.clock = clock;
  }

  Reply reply() {
    var now = sources.get();
    var time = clock.instant();
    var body = JsonNodeFactory.instance.objectNode();
    body.put("time", time.toString()).put("guarded", now.guarded());
    var list = body.putArray("sources");
    now.all().forEach(source -> describe(source, time, list.addObject()));
    return new Reply(200, Map.of("Content-Type", "application/json"), body.toPrettyString() + "\n");
  }

  private void describe(Source source, Instant time, ObjectNode into) {
    into.put("name", source.name()).put("way", source.way().label());
    if (source.format() != null) {
      into.put("format", source.format());
    }
    into.put("state", activity.state(source, time).name());
    var last = activity.last(source.name());
    if (last != null) {
      into.put("lastHeard", last.toString());
    }
    into.put("zone", source.zone().getId());
    source.quota().ifPresent(quota -> into.put("quota", quota));
    var every = source.rhythm().every();
    if (every != null) {
      into.put("every", every.toString());
    }
  }
}
