package org.copytaster.parts.testing.leak;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.schemas.Topics;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test class that had words of its copy in the log, in a header of a dead letter in a
 * receipt, or in what is told of held articles and acts. JUnit puts it on every class: see {@code
 * META-INF/services}.
 */
public final class LeakGuard implements BeforeAllCallback, AfterAllCallback {

  /** What a sender wrote beside the copy, which a replay needs; nothing shows it. */
  private static final List<String> BESIDE = List.of("copytaster.given", "copytaster.charset");

  private static final ExtensionContext.Namespace HERE =
      ExtensionContext.Namespace.create(LeakGuard.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    lines(context).taken();
    Lanes.of(context).clear();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    for (var line : lines(context).taken()) {
      Marks.refuse("the log", line);
    }
    var lanes = new ArrayList<>(Lanes.of(context));
    lanes.forEach(LeakGuard::look);
  }

  private static LogLines lines(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(HERE)
        .getOrComputeIfAbsent(LogLines.class, key -> LogLines.listening(), LogLines.class);
  }

  /** Only the headers of a dead letter: its value is the copy, whole, as it must be. */
  private static void look(Lane lane) {
    var topics = new Topics(lane.kafka().topicPrefix());
    var letters = topics.deadLetters();
    for (var record :
        Scan.of(
            lane,
            List.of(letters, topics.receipts(), topics.acts(), topics.audit(), topics.held()))) {
      Marks.refuse("the topic " + record.topic(), record.headers(), BESIDE);
      if (record.value() != null && !record.topic().equals(letters)) {
        Marks.refuse("the topic " + record.topic(), new String(record.value(), UTF_8));
      }
    }
  }
}
