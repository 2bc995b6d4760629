package org.copytaster.standalone.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.copytaster.schemas.ReceiptKey;
import org.jspecify.annotations.Nullable;

/**
 * One round: a test, its correction, copy under an embargo that does not end, and its kill. The
 * tests go as far as the gates, the kill goes the whole way into the store. Nothing of it is news
 * to a subscriber: tests do not go out, the embargo holds, and the kill is a tombstone of what
 * never went out. If a round breaks off, its embargoed copy stays held and the next kill takes it.
 */
final class ProbeRound {

  private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");
  private static final int VERSIONS_A_SECOND = 4;
  private static final String NEVER = "2199-12-31T00:00:00Z";
  private static final Duration POLL = Duration.ofMillis(50);

  private final ProbeClient client;
  private final Setup setup;
  private final Clock clock;
  private final Map<Step, Duration> took = new EnumMap<>(Step.class);
  private @Nullable String failure;
  private @Nullable Step failed;

  /** What is done, in this order, and measured from the push until it is seen. */
  enum Step {
    /** A test is answered 202: the broker has it. */
    PUSH,
    /** Enrich has stopped it, as it does with tests. */
    GATE,
    /** The same of its correction. */
    CORRECT,
    /** Embargoed copy is held, and not shown. */
    EMBARGO,
    /** Its kill is stored. */
    KILL,
    /** The console shows that it was killed. */
    SHOWN,
    /** A test in the watched folder has come as far as the gates. */
    FOLDER
  }

  /**
   * How it is done.
   *
   * @param guid of the probe's copy; two probes need two
   * @param source the name of its source
   * @param within how long a step may take
   * @param folder that ingest watches; none for HTTP alone
   */
  record Setup(String guid, String source, Duration within, Optional<Path> folder) {}

  ProbeRound(ProbeClient client, Setup setup, Clock clock) {
    this.client = client;
    this.setup = setup;
    this.clock = clock;
  }

  /** What is wrong, in one sentence; empty if all came in time. */
  Optional<String> run() throws InterruptedException {
    int version =
        (int) ((clock.instant().getEpochSecond() - EPOCH.getEpochSecond()) * VERSIONS_A_SECOND);
    try {
      step(Step.PUSH, () -> pushed(test(setup.guid(), version)));
      step(Step.GATE, () -> held(setup.guid(), version, "test"));
      step(
          Step.CORRECT,
          () -> pushed(test(setup.guid(), version + 1)) && held(setup.guid(), version + 1, "test"));
    } finally {
      // what an earlier round may have left is killed, too, whatever has failed
      step(
          Step.EMBARGO,
          () -> pushed(embargoed(version + 2)) && held(setup.guid(), version + 2, "embargo"));
      kill(version + 3);
    }
    if (setup.folder().isPresent()) {
      var guid = setup.guid() + ":folder";
      step(
          Step.FOLDER,
          () -> dropped(setup.folder().get(), guid, version) && held(guid, version, "test"));
    }
    return Optional.ofNullable(failure);
  }

  /** How long each step took that was done. */
  Map<Step, Duration> took() {
    return took;
  }

  /** The first step that was not done in time. */
  Optional<Step> failed() {
    return Optional.ofNullable(failed);
  }

  private void kill(int version) throws InterruptedException {
    var id = new ReceiptKey(setup.guid(), version).id();
    step(
        Step.KILL,
        () ->
            pushed(kill(setup.guid(), version))
                && until(() -> stage(id).equals("STORED"), "is not stored"));
    step(
        Step.SHOWN,
        () ->
            until(
                () -> {
                  var shown = client.article(setup.guid()).body();
                  return shown.path("version").asInt() == version
                      && shown.path("pubStatus").asText().equals("CANCELED");
                },
                "is not shown as killed by the console"));
  }

  /** Something that is done, or is wrong in a sentence. */
  private interface Work {
    boolean done() throws IOException, InterruptedException, ProbeException;
  }

  /** Something that may become so. */
  private interface Condition {
    boolean holds() throws IOException, InterruptedException, ProbeException;
  }

  private void step(Step step, Work work) throws InterruptedException {
    boolean clears = step == Step.KILL;
    if (failure != null && !clears) {
      return;
    }
    long begun = System.nanoTime();
    try {
      boolean unused = work.done();
      var lasted = Duration.ofNanos(System.nanoTime() - begun);
      took.put(step, lasted);
      if (lasted.compareTo(setup.within()) > 0) {
        throw new ProbeException("took " + lasted.toMillis() + " ms");
      }
    } catch (IOException e) {
      fail(step, "got no answer");
    } catch (ProbeException e) {
      fail(step, String.valueOf(e.getMessage()));
    }
  }

  private void fail(Step step, String why) {
    if (failure == null) {
      failed = step;
      failure = "the probe's step " + step.name().toLowerCase(java.util.Locale.ROOT) + " " + why;
    }
  }

  private boolean pushed(ObjectNode article)
      throws IOException, InterruptedException, ProbeException {
    var answered = client.push(article);
    if (answered.status() != 202 && answered.status() != 200) {
      throw new ProbeException("was answered " + answered.status() + " by ingest");
    }
    return true;
  }

  /** Held is how a test ends, too; what is embargoed must not be shown meanwhile. */
  private boolean held(String guid, int version, String because)
      throws IOException, InterruptedException, ProbeException {
    var id = new ReceiptKey(guid, version).id();
    until(
        () -> {
          var receipt = client.receipt(id).body();
          var stage = receipt.path("stage").asText();
          if (stage.equals("STORED") || stage.equals("REFUSED")) {
            throw new ProbeException(
                "was not held but " + stage.toLowerCase(java.util.Locale.ROOT));
          }
          return stage.equals("HELD") && receipt.path("reason").asText().contains(because);
        },
        "is not held by enrich");
    var shown = client.article(guid);
    if (shown.status() == 200 && !shown.body().path("pubStatus").asText().equals("CANCELED")) {
      throw new ProbeException("is shown by the console, though it must be held");
    }
    return true;
  }

  private String stage(String id) throws IOException, InterruptedException {
    return client.receipt(id).body().path("stage").asText();
  }

  private boolean until(Condition condition, String otherwise)
      throws IOException, InterruptedException, ProbeException {
    long begun = System.nanoTime();
    while (!condition.holds()) {
      if (System.nanoTime() - begun > setup.within().toNanos()) {
        throw new ProbeException(otherwise + " after " + setup.within().toMillis() + " ms");
      }
      Thread.sleep(POLL.toMillis()); // it looks from outside, where nobody tells that it is done
    }
    return true;
  }

  private boolean dropped(Path folder, String guid, int version) throws IOException {
    // under another name first, so that nobody reads half of it
    var draft = folder.resolve(".probe-" + version);
    Files.write(draft, test(guid, version).toString().getBytes(UTF_8));
    Files.move(draft, folder.resolve("probe-" + version + ".json"), StandardCopyOption.ATOMIC_MOVE);
    return true;
  }

  private ObjectNode test(String guid, int version) {
    return article(guid, version, "THIS IS A TEST")
        .put("signal", "TEST")
        .put("body", "Synthetic copy number " + version + ", pushed to try the line.");
  }

  private ObjectNode embargoed(int version) {
    return article(setup.guid(), version, "Synthetic copy, never for publication")
        .put("embargoed", NEVER)
        .put("body", "Synthetic copy that is held, and killed a moment later.");
  }

  private ObjectNode kill(String guid, int version) {
    // its own time keeps the tombstone from the top of the newest articles
    return article(guid, version, "")
        .put("pubStatus", "CANCELED")
        .put("versionCreated", "2000-01-01T00:00:00Z")
        .put("edNote", "Synthetic copy is taken back.");
  }

  private ObjectNode article(String guid, int version, String headline) {
    var article = ProbeClient.JSON.createObjectNode().put("guid", guid).put("version", version);
    article.put("source", setup.source()).put("urgency", 9).put("language", "en");
    return headline.isEmpty() ? article : article.put("headline", headline);
  }

  /** Says what is wrong with a step, as the end of a sentence. */
  static final class ProbeException extends Exception {
    private static final long serialVersionUID = 1L;

    ProbeException(String message) {
      super(message);
    }
  }
}
