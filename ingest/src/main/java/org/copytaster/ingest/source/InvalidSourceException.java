package org.copytaster.ingest.source;

import java.util.List;

/** Thrown for a source file that cannot be taken; says all that is wrong with it. */
final class InvalidSourceException extends Exception {
  private static final long serialVersionUID = 1L;

  private static final int MOST = 16;

  private final transient List<SourceProblem> problems;

  InvalidSourceException(List<SourceProblem> problems) {
    super(problems.size() + " problems");
    this.problems = List.copyOf(problems.subList(0, Math.min(MOST, problems.size())));
  }

  /** What is wrong, up to a bound, in one line for people. */
  String sentence(String file) {
    return String.join("; ", problems.stream().map(p -> p.sentence(file)).toList());
  }
}
