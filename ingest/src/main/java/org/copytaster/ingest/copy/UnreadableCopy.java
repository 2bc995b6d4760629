package org.copytaster.ingest.copy;

import java.util.List;

/** Thrown by a reader for copy that does not follow its format; says all that is wrong with it. */
public final class UnreadableCopy extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<FieldProblem> problems;

  public UnreadableCopy(List<FieldProblem> problems) {
    super(sentence(problems));
    this.problems = List.copyOf(problems);
  }

  public UnreadableCopy(String field, String reason) {
    this(List.of(new FieldProblem(field, reason)));
  }

  public List<FieldProblem> problems() {
    return problems;
  }

  /** All that is wrong, in one line for people. */
  public String sentence() {
    return sentence(problems);
  }

  private static String sentence(List<FieldProblem> problems) {
    return String.join("; ", problems.stream().map(FieldProblem::sentence).toList());
  }
}
