package org.copytaster.formats.copy;

import java.util.List;
import org.copytaster.schemas.Wording;

/** Thrown by a reader for copy that does not follow its format; says all that is wrong with it. */
public final class UnreadableCopyException extends Exception {
  private static final long serialVersionUID = 1L;

  private static final int LONGEST_SENTENCE = 1_000;

  private final transient List<FieldProblem> problems;

  /** With everything that is wrong. */
  public UnreadableCopyException(List<FieldProblem> problems) {
    super(sentence(FieldProblem.few(problems)));
    this.problems = FieldProblem.few(problems);
  }

  /**
   * With the one thing that is wrong: a field, and a reason that continues a sentence beginning
   * with it.
   */
  public UnreadableCopyException(String field, String reason) {
    this(List.of(new FieldProblem(field, reason)));
  }

  /** What is wrong, up to a bound. */
  public List<FieldProblem> problems() {
    return problems;
  }

  /** What is wrong, in one line for people. */
  public String sentence() {
    return sentence(problems);
  }

  /** What is wrong with some copy, in one line for people. */
  public static String sentence(List<FieldProblem> problems) {
    var all = String.join("; ", problems.stream().map(FieldProblem::sentence).toList());
    return Wording.plain(all, LONGEST_SENTENCE);
  }
}
