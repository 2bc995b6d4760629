package org.copytaster.console.recall;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Recalls as they are answered, each with who has acted on it and who has not. */
final class RecallJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Subscribers subscribers;
  private final Instant now;

  RecallJson(Subscribers subscribers, Instant now) {
    this.subscribers = subscribers;
    this.now = now;
  }

  /** A row of a list: how many versions there are, and since when, in place of each. */
  ObjectNode summary(RecallRow row) {
    var node = whole(row);
    node.remove("versions");
    node.remove("versionsLeftOut");
    return node;
  }

  ObjectNode whole(RecallRow row) {
    var node = JSON.createObjectNode();
    node.put("id", row.id()).put("guid", row.guid()).put("kind", row.kind().name());
    node.put("version", row.version());
    node.put("versionCount", row.versions().size() + row.versionsLeftOut());
    outSince(row).ifPresent(since -> node.put("outSince", since));
    node.set("versions", row.versions());
    node.put("versionsLeftOut", row.versionsLeftOut());
    node.put("issuedAt", row.issuedAt().toString());
    if (row.reason() != null) {
      node.put("reason", row.reason());
    }
    if (row.substitute() != null) {
      node.put("substitute", row.substitute());
    }
    node.put("source", row.source()).put("storedAt", row.storedAt().toString());
    boolean open = false;
    var states = JSON.createArrayNode();
    for (var subscriber : subscribers.all()) {
      if (subscriber.concerns(row.kind(), row.issuedAt())) {
        var acted = acted(row, subscriber.name());
        open |= acted.isEmpty();
        states.add(expected(row, subscriber, acted));
      }
    }
    for (var acted : row.acknowledgements()) {
      var subscriber = subscribers.named(acted.subscriber());
      if (subscriber.isEmpty() || !subscriber.get().concerns(row.kind(), row.issuedAt())) {
        states.add(unexpected(row, acted, subscriber.isEmpty()));
      }
    }
    node.put("open", open).set("subscribers", states);
    return node;
  }

  private ObjectNode expected(
      RecallRow row, Subscriber subscriber, Optional<RecallRow.Acknowledged> acted) {
    var due = row.issuedAt().plus(subscriber.within());
    var end = acted.map(RecallRow.Acknowledged::at).orElse(now);
    var node = JSON.createObjectNode().put("name", subscriber.name());
    if (!subscriber.contact().isEmpty()) {
      node.put("contact", subscriber.contact());
    }
    node.put("state", acted.isPresent() ? "acknowledged" : "waiting");
    node.put("late", end.isAfter(due)).put("due", due.toString());
    acted.ifPresent(each -> put(each, node));
    return node.put("seconds", seconds(row.issuedAt(), end));
  }

  /** By a name that no file knows, or by somebody who need not have. */
  private static ObjectNode unexpected(
      RecallRow row, RecallRow.Acknowledged acted, boolean unknown) {
    var node = JSON.createObjectNode().put("name", acted.subscriber());
    if (unknown) {
      node.put("unknown", true);
    }
    put(acted, node.put("state", "acknowledged").put("late", false));
    return node.put("seconds", seconds(row.issuedAt(), acted.at()));
  }

  private static void put(RecallRow.Acknowledged acted, ObjectNode node) {
    node.put("acknowledgedAt", acted.at().toString());
    if (acted.note() != null) {
      node.put("note", acted.note());
    }
  }

  private static Optional<RecallRow.Acknowledged> acted(RecallRow row, String subscriber) {
    return row.acknowledgements().stream()
        .filter(each -> each.subscriber().equals(subscriber))
        .findFirst();
  }

  /** Clocks of two machines differ: what seems to have taken less than no time took none. */
  private static double seconds(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toMillis()) / 1_000.0;
  }

  private static Optional<String> outSince(RecallRow row) {
    return StreamSupport.stream(row.versions().spliterator(), false)
        .filter(version -> version.hasNonNull("since"))
        .map(version -> version.get("since").asText())
        .min(java.util.Comparator.comparing(Instant::parse));
  }
}
