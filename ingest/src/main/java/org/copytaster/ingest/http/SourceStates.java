package org.copytaster.ingest.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.copytaster.ingest.source.Source;
import org.copytaster.ingest.source.SourceWatch;

/** {@code GET /v1/sources}: who is set up and what each does, without what is secret. */
final class SourceStates {

  private final SourceWatch watch;
  private final Clock clock;

  SourceStates(SourceWatch watch, Clock clock) {
    this.watch = watch;
    this.clock = clock;
  }

  Reply reply() {
    var sources = watch.now();
    var time = clock.instant();
    var body = JsonNodeFactory.instance.objectNode();
    body.put("time", time.toString()).put("guarded", sources.guarded());
    var list = body.putArray("sources");
    sources.all().forEach(source -> describe(source, time, list.addObject()));
    return new Reply(200, Map.of("Content-Type", "application/json"), body.toPrettyString() + "\n");
  }

  private void describe(Source source, Instant time, ObjectNode into) {
    into.put("name", source.name()).put("way", source.way().label());
    if (source.format() != null) {
      into.put("format", source.format());
    }
    into.put("state", watch.state(source, time).name());
    watch.last(source).ifPresent(last -> into.put("lastHeard", last.toString()));
    watch
        .poll(source)
        .ifPresent(
            poll -> {
              into.put("lastPolled", poll.at().toString()).put("nextPoll", poll.next().toString());
              if (poll.trouble() != null) {
                into.put("trouble", poll.trouble());
              }
            });
    into.put("zone", source.zone().getId());
    source.quota().ifPresent(quota -> into.put("quota", quota));
    var every = source.rhythm().every();
    if (every != null) {
      into.put("every", every.toString());
    }
  }
}
