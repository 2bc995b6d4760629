package org.copytaster.ingest.desk;

import java.util.List;
import java.util.function.Function;
import org.copytaster.formats.copy.FieldProblem;
import org.copytaster.schemas.Wording;

/** What the desk says to an article that was handed over. */
public sealed interface Answer {

  /** Published: the broker has acknowledged the article and its receipt. */
  record Accepted(ReceiptTrail trail) implements Answer {}

  /** This guid and version came before with the same content; nothing was published again. */
  record Repeated(ReceiptTrail trail) implements Answer {}

  /** This guid and version came before with other content. */
  record Conflict(String guid, int version) implements Answer {}

  /** The article breaks rules. */
  record Rejected(List<FieldProblem> problems) implements Answer {
    public Rejected {
      problems = FieldProblem.few(problems);
    }
  }

  /** The source may not write this. */
  record Forbidden(FieldProblem problem) implements Answer {}

  /** The item holds no text, so there is nothing to publish; {@code what} says what it is. */
  record NotText(String guid, String what) implements Answer {
    public NotText {
      guid = Wording.plain(guid, Wording.LONGEST_REASON);
      what = Wording.plain(what, Wording.LONGEST_REASON);
    }
  }

  /** No reader knows how the copy is written. */
  record UnknownFormat(FieldProblem problem) implements Answer {}

  /** Too much is under way; nothing was published. */
  record Busy() implements Answer {}

  /** The broker or the registry did not answer; nothing is known to be published. */
  record Unavailable(String reason) implements Answer {}

  /** One function for each kind of answer. */
  record Cases<R>(
      Function<Accepted, R> accepted,
      Function<Repeated, R> repeated,
      Function<Conflict, R> conflict,
      Function<Rejected, R> rejected,
      Function<Forbidden, R> forbidden,
      Function<NotText, R> notText,
      Function<UnknownFormat, R> unknownFormat,
      Function<Busy, R> busy,
      Function<Unavailable, R> unavailable) {}

  /** Applies the function for this kind of answer. */
  default <R> R fold(Cases<R> cases) {
    if (this instanceof Accepted a) {
      return cases.accepted().apply(a);
    } else if (this instanceof Repeated r) {
      return cases.repeated().apply(r);
    } else if (this instanceof Conflict c) {
      return cases.conflict().apply(c);
    } else if (this instanceof Rejected r) {
      return cases.rejected().apply(r);
    } else if (this instanceof Forbidden f) {
      return cases.forbidden().apply(f);
    } else if (this instanceof NotText n) {
      return cases.notText().apply(n);
    } else if (this instanceof UnknownFormat u) {
      return cases.unknownFormat().apply(u);
    } else if (this instanceof Busy b) {
      return cases.busy().apply(b);
    }
    return cases.unavailable().apply((Unavailable) this);
  }

  /** The kind of answer in lower case: a label for metrics. */
  default String kind() {
    return fold(
        new Cases<>(
            a -> "accepted",
            r -> "repeated",
            c -> "conflict",
            r -> "rejected",
            f -> "forbidden",
            n -> "not-text",
            u -> "unknown-format",
            b -> "busy",
            u -> "unavailable"));
  }

  /** What is wrong with the copy, if anything is. */
  default List<FieldProblem> problems() {
    return fold(
        new Cases<>(
            a -> List.of(),
            r -> List.of(),
            c ->
                List.of(
                    new FieldProblem("version", c.version() + " came before with other content")),
            Rejected::problems,
            f -> List.of(f.problem()),
            n -> List.of(),
            u -> List.of(u.problem()),
            b -> List.of(),
            u -> List.of()));
  }

  /** Whether it is worth handing the same over again later. */
  default boolean passing() {
    return this instanceof Busy || this instanceof Unavailable;
  }
}
