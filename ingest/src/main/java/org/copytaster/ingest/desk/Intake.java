package org.copytaster.ingest.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.copytaster.formats.Formats;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.formats.copy.Digests;
import org.copytaster.formats.copy.FieldProblem;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.ingest.metrics.IngestMetrics;
import org.copytaster.runtime.health.DiskRoom;
import org.copytaster.runtime.trace.StepKind;
import org.copytaster.runtime.trace.TracedStep;
import org.copytaster.runtime.trace.Tracing;
import org.copytaster.schemas.ReceiptKey;
import org.copytaster.schemas.history.VersionHistory;

/**
 * Where every way in hands its copy over: finds the format, keeps the original bytes, and gives
 * each article to the desk. What cannot be taken goes to the dead letters, whole.
 */
public final class Intake {

  private static final Answer NO_ROOM = new Answer.Unavailable("there is no room left on the disk");

  private final Formats formats = new Formats();
  private final Readings readings = new Readings(formats);
  private final Desk desk;
  private final Originals originals;
  private final DiskRoom disk;
  private final IngestMetrics metrics;
  private final Tracing tracing;
  private final BiConsumer<String, Instant> heard;

  Intake(Desk desk, Originals originals, DiskRoom disk, OpenDesk.Watch watch) {
    this.desk = desk;
    this.originals = originals;
    this.disk = disk;
    this.metrics = watch.metrics();
    this.tracing = watch.tracing();
    this.heard = watch.heard();
  }

  /** What became of a guid and version, as far as this instance has heard. */
  public Optional<ReceiptTrail> find(ReceiptKey key) {
    return desk.find(key);
  }

  /** An answer was given over HTTP, for copy or for whoever may not hand any over. */
  public void replied(int status) {
    metrics.replied(status);
  }

  /** The formats that are read here. */
  public Formats formats() {
    return formats;
  }

  /** The format that the copy is written in, as far as can be told. */
  static Optional<ArticleFormat> format(Formats formats, Delivery delivery) {
    return formats.find(delivery.copy().bytes(), delivery.hints());
  }

  /**
   * Takes copy and waits until the fate of all that it holds is known. Copy that was taken before
   * is recognised, so that a way in may hand it over again whenever it does not know.
   *
   * @return an answer for each item in the copy, in its order; at least one
   */
  public List<Answer> take(Delivery delivery) {
    return traced(delivery, this::taken, answers -> answers);
  }

  private List<Answer> taken(Delivery delivery) {
    var format = format(formats, delivery);
    if (format.isEmpty()) {
      return unknown(delivery);
    }
    try {
      return handedOver(delivery, format.get());
    } catch (UnreadableCopyException e) {
      return unreadable(delivery, e);
    }
  }

  /**
   * The same for copy that may still be on its way.
   *
   * @return nothing if it cannot be read as it is; it was then neither kept nor refused
   */
  public Optional<List<Answer>> takeIfReadable(Delivery delivery) {
    return traced(delivery, this::takenIfReadable, answers -> answers.orElse(List.of()));
  }

  private Optional<List<Answer>> takenIfReadable(Delivery delivery) {
    var format = format(formats, delivery);
    if (format.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(handedOver(delivery, format.get()));
    } catch (UnreadableCopyException e) {
      return Optional.empty();
    }
  }

  /**
   * The same for copy that is asked for again and again: what stood in it the last time is passed
   * over, whatever its version, and copy without anything new is not kept.
   *
   * @param seen the digests of the last time
   */
  public PolledAnswers takeUnseen(Delivery delivery, Set<String> seen) {
    return traced(delivery, polled -> takenUnseen(polled, seen), PolledAnswers::answers);
  }

  /**
   * Takes copy within a step that its articles continue.
   *
   * @param answers what was answered for each item; if nothing was, nothing is told of it
   */
  private <A> A traced(
      Delivery delivery, Function<Delivery, A> taking, Function<A, List<Answer>> answers) {
    try (var step = tracing.step(StepKind.RECEIVE, delivery.traceparent())) {
      step.from(delivery.source());
      var taken = taking.apply(step.traceparent().map(delivery::in).orElse(delivery));
      told(step, answers.apply(taken));
      return taken;
    }
  }

  private static void told(TracedStep step, List<Answer> answers) {
    if (answers.isEmpty()) {
      step.forget();
      return;
    }
    step.of(answers.size());
    var kinds = answers.stream().map(Answer::kind).distinct().toList();
    step.decided(kinds.size() == 1 ? kinds.get(0) : "several");
    if (answers.stream().anyMatch(Answer.Unavailable.class::isInstance)) {
      step.failed("unavailable");
    }
  }

  private PolledAnswers takenUnseen(Delivery delivery, Set<String> seen) {
    var format = format(formats, delivery);
    var bytes = delivery.copy().bytes();
    if (format.isEmpty()) {
      return PolledAnswers.unreadable(seen, bytes, () -> unknown(delivery));
    }
    try {
      var digests = new LinkedHashSet<String>();
      var unseen = new ArrayList<Reading>();
      for (var reading : readings.read(format.get(), delivery.copy())) {
        var digest = PolledAnswers.digest(reading);
        if (digests.add(digest) && !seen.contains(digest)) {
          unseen.add(reading);
        }
      }
      return new PolledAnswers(
          unseen.isEmpty() ? List.of() : handedOver(delivery, format.get(), unseen), true, digests);
    } catch (UnreadableCopyException e) {
      return PolledAnswers.unreadable(seen, bytes, () -> unreadable(delivery, e));
    }
  }

  private List<Answer> handedOver(Delivery delivery, ArticleFormat format)
      throws UnreadableCopyException {
    return handedOver(delivery, format, readings.read(format, delivery.copy()));
  }

  private List<Answer> handedOver(Delivery delivery, ArticleFormat format, List<Reading> readings) {
    var key = Digests.sha256(delivery.copy().bytes());
    var received = delivery.copy().circumstances().receivedAt();
    boolean full = full();
    if (full && readings.stream().noneMatch(Intake::kills)) {
      return noRoom(delivery);
    }
    if (readings.stream().anyMatch(Reading.Text.class::isInstance)
        && !originals.keep(key, delivery, format.name())) {
      return List.of(unacknowledged(delivery));
    }
    var answers = new ArrayList<Answer>();
    for (var reading : readings) {
      var answer =
          reading.fold(
              text -> {
                text.draft().setOriginal(key).setReceivedAt(received);
                return full && !kills(text) ? noRoom(delivery).get(0) : handedOver(delivery, text);
              },
              notText -> notText(delivery, notText),
              unreadable -> {
                metrics.unreadable(delivery.source());
                return new Answer.Rejected(unreadable.problems());
              });
      if (answer instanceof Answer.Unavailable) {
        // what does not take one takes none: at ten seconds each, or while we close, thousands
        var rest = Collections.nCopies(readings.size() - answers.size(), answer);
        rest.stream().skip(1).forEach(each -> metrics.answered(delivery.source(), each.kind()));
        answers.addAll(rest);
        break;
      }
      answers.add(answer);
    }
    var problems = answers.stream().flatMap(answer -> answer.problems().stream()).toList();
    if (!problems.isEmpty() && !originals.refuse(delivery, problems)) {
      return List.of(unacknowledged(delivery));
    }
    return answers;
  }

  private boolean full() {
    return disk.level() == DiskRoom.Level.NONE;
  }

  /** A kill is small, and what it calls back is out already: for it the last room is kept. */
  private static boolean kills(Reading reading) {
    return reading instanceof Reading.Text text && VersionHistory.isKill(text.draft().build());
  }

  private List<Answer> noRoom(Delivery delivery) {
    metrics.answered(delivery.source(), "no-room");
    return List.of(NO_ROOM);
  }

  private Answer handedOver(Delivery delivery, Reading.Text text) {
    var forbidden = signed(delivery, text);
    if (forbidden.isPresent()) {
      metrics.answered(delivery.source(), "forbidden");
      return new Answer.Forbidden(forbidden.get());
    }
    var answer = desk.accept(text, delivery.traceparent());
    if (answer instanceof Answer.Accepted || answer instanceof Answer.Repeated) {
      heard.accept(text.draft().getSource(), delivery.copy().circumstances().receivedAt());
    }
    return answer;
  }

  /** Puts the sender's name in; says so if it may not write this guid. */
  static Optional<FieldProblem> signed(Delivery delivery, Reading.Text text) {
    var sender = delivery.sender();
    if (sender.name() != null) {
      text.draft().setSource(sender.name());
    }
    var guid = text.draft().hasGuid() ? text.draft().getGuid() : "";
    return sender.mayWrite(guid)
        ? Optional.empty()
        : Optional.of(new FieldProblem("guid", "does not begin as this source's guids must"));
  }

  /**
   * What copy would become, without publishing or keeping anything.
   *
   * @return a preview of each item in the copy, in its order; at least one
   */
  public List<Preview> preview(Delivery delivery) {
    var format = format(formats, delivery);
    if (format.isEmpty()) {
      return List.of(Preview.refused("is in no format that is known"));
    }
    try {
      return readings.read(format.get(), delivery.copy()).stream()
          .map(reading -> preview(delivery, reading))
          .toList();
    } catch (UnreadableCopyException e) {
      return List.of(new Preview(null, null, e.problems()));
    }
  }

  private static Preview preview(Delivery delivery, Reading reading) {
    return reading.fold(
        text -> {
          var forbidden = signed(delivery, text);
          var article =
              text.draft().setReceivedAt(delivery.copy().circumstances().receivedAt()).build();
          var problems = new ArrayList<>(ArticleRules.problems(article));
          forbidden.ifPresent(problems::add);
          return new Preview(article, null, problems);
        },
        notText -> new Preview(null, notText.what(), List.of()),
        unreadable -> new Preview(null, null, unreadable.problems()));
  }

  private Answer notText(Delivery delivery, Reading.NotText notText) {
    metrics.answered(delivery.source(), "not-text");
    return new Answer.NotText(notText.guid(), notText.what());
  }

  private List<Answer> unknown(Delivery delivery) {
    if (full()) {
      return noRoom(delivery);
    }
    var problem = new FieldProblem("", "is in no format that is known");
    if (!originals.refuse(delivery, List.of(problem))) {
      return List.of(unacknowledged(delivery));
    }
    metrics.answered(delivery.source(), "unknown-format");
    return List.of(new Answer.UnknownFormat(problem));
  }

  private List<Answer> unreadable(Delivery delivery, UnreadableCopyException e) {
    if (full()) {
      return noRoom(delivery);
    }
    if (!originals.refuse(delivery, e.problems())) {
      return List.of(unacknowledged(delivery));
    }
    metrics.unreadable(delivery.source());
    return List.of(new Answer.Rejected(e.problems()));
  }

  /** While the broker is away it is here that copy ends, long before the desk. */
  private Answer unacknowledged(Delivery delivery) {
    var answer = new Answer.Unavailable("the broker did not acknowledge in time");
    metrics.answered(delivery.source(), answer.kind());
    return answer;
  }
}
