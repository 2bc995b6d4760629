package org.copytaster.console.act;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.copytaster.runtime.OpsServer;
import org.copytaster.schemas.Wording;
import org.copytaster.schemas.record.Act;
import org.copytaster.schemas.record.ActOutcome;
import org.copytaster.schemas.record.Audit;
import org.copytaster.schemas.record.HeldState;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Writes the answers to editors, which nobody between may keep. */
public final class ActReplies {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ActReplies() {}

  /** Sends {@code body}, with what its status needs beside it. */
  public static void send(Response response, Callback callback, int status, ObjectNode body) {
    var type = status < 400 || body.has("id") ? "application/json" : "application/problem+json";
    var headers = new HashMap<>(Map.of("Content-Type", type, "Cache-Control", "no-store"));
    if (status == 401) {
      headers.put("WWW-Authenticate", "Bearer");
    } else if (status == 503 || status == 429) {
      headers.put("Retry-After", "2");
    }
    OpsServer.send(response, callback, status, headers, body + "\n");
  }

  /** Says why something is not done, as RFC 9457 has it. */
  public static void refused(Response response, Callback callback, RefusedException refused) {
    var body =
        JSON.objectNode()
            .put("type", "about:blank")
            .put("title", title(refused.status()))
            .put("status", refused.status())
            .put("detail", refused.getMessage());
    send(response, callback, refused.status(), body);
  }

  private static String title(int status) {
    return switch (status) {
      case 401 -> "Not known";
      case 403 -> "Not allowed";
      case 404 -> "Not found";
      case 405 -> "Method not allowed";
      case 410 -> "Gone";
      case 413 -> "Too large";
      case 415 -> "Unsupported media type";
      case 422 -> "Another act";
      case 429 -> "Too many requests";
      case 503 -> "Not available now";
      default -> "Bad request";
    };
  }

  /** One line of the list. */
  static ObjectNode held(HeldState state) {
    var node = JSON.objectNode();
    node.put("guid", state.getGuid()).put("version", state.getVersion());
    node.put("source", Wording.plain(state.getSource(), Wording.LONGEST_NAME));
    if (state.getUrgency() != null) {
      node.put("urgency", state.getUrgency());
    }
    time(node, "since", state.getSince());
    time(node, "until", state.getUntil());
    node.put("cause", written(state.getCause()));
    if (state.getHeldBy() != null) {
      node.put("heldBy", state.getHeldBy());
    }
    return node;
  }

  /** An act with what became of it, if that is known. */
  static ObjectNode act(Act act, Optional<Audit> audit) {
    var node = JSON.objectNode();
    node.put("id", act.getId()).put("guid", act.getGuid());
    node.put("kind", written(act.getKind()));
    var version = audit.map(Audit::getVersion).orElse(act.getVersion());
    if (version != null) {
      node.put("version", version);
    }
    time(node, "until", act.getUntil());
    node.put("by", act.getBy());
    time(node, "time", act.getTime());
    if (act.getReason() != null) {
      node.put("reason", act.getReason());
    }
    node.put("result", audit.map(known -> written(known.getOutcome())).orElse("pending"));
    audit.ifPresent(
        known -> {
          node.put("why", known.getWhy());
          time(node, "decidedAt", known.getTime());
        });
    return node;
  }

  /** 200 for what was done, 409 for what was refused, 202 for what is not known yet. */
  static int status(Optional<Audit> audit) {
    return audit.map(known -> known.getOutcome() == ActOutcome.APPLIED ? 200 : 409).orElse(202);
  }

  private static void time(ObjectNode node, String name, @Nullable Instant time) {
    if (time != null) {
      node.put(name, time.toString());
    }
  }

  private static String written(Enum<?> symbol) {
    return symbol.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
