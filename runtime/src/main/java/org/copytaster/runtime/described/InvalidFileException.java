package org.copytaster.runtime.described;

import java.util.List;

/** Thrown for a described file that cannot be taken; says all that is wrong with it. */
public final class InvalidFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private static final int MOST = 16;

  private final transient List<LineProblem> problems;

  /** All of {@code problems}, of which a sentence names the first few. */
  public InvalidFileException(List<LineProblem> problems) {
    super(problems.size() + " problems");
    this.problems = List.copyOf(problems.subList(0, Math.min(MOST, problems.size())));
  }

  /** What is wrong, up to a bound, in one line for people. */
  public String sentence(String file) {
    return String.join("; ", problems.stream().map(p -> p.sentence(file)).toList());
  }
}
