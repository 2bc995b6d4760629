package org.copytaster.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.copytaster.runtime.Service.PartState;

/** What {@code /health/…} answers: whether a service is well, and which part since when and why. */
final class HealthJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private HealthJson() {}

  /** One object with {@code service}, {@code status} and {@code parts}. */
  static String of(String service, boolean good, List<PartState> parts) {
    var body = status(JSON.createObjectNode().put("service", service), good);
    var list = body.putArray("parts");
    for (var part : parts) {
      var each = status(list.addObject().put("part", part.part()), part.good());
      each.put("since", part.since().toString());
      if (part.why() != null) {
        each.put("why", part.why());
      }
    }
    return body + "\n";
  }

  private static ObjectNode status(ObjectNode into, boolean good) {
    return into.put("status", good ? "UP" : "DOWN");
  }
}
