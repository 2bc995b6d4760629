package org.copytaster.ingest.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import org.copytaster.ingest.source.Source;
import org.copytaster.ingest.source.Sources;

/** {@code GET /v1/sources}: who is set up, without anything that is secret. */
final class SourceStates {

  private final Supplier<Sources> sources;
  private final Clock clock;

  SourceStates(Supplier<Sources> sources, Clock clock) {
    this.sources = sources;
    this.clock = clock;
  }

  Reply reply() {
    var now = sources.get();
    var body = JsonNodeFactory.instance.objectNode();
    body.put("time", clock.instant().toString()).put("guarded", now.guarded());
    var list = body.putArray("sources");
    now.all().forEach(source -> describe(source, list.addObject()));
    return new Reply(200, Map.of("Content-Type", "application/json"), body.toPrettyString() + "\n");
  }

  private static void describe(Source source, ObjectNode into) {
    into.put("name", source.name()).put("way", source.way().label());
    if (source.format() != null) {
      into.put("format", source.format());
    }
    into.put("zone", source.zone().getId());
    source.quota().ifPresent(quota -> into.put("quota", quota));
    var every = source.rhythm().every();
    if (every != null) {
      into.put("every", every.toString());
    }
  }
}
