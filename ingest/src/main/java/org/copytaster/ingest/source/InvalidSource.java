package org.copytaster.ingest.source;

import java.util.List;

/** Thrown for a source file that cannot be taken; says all that is wrong with it. */
final class InvalidSource extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<SourceProblem> problems;

  InvalidSource(List<SourceProblem> problems) {
    super(problems.toString());
    this.problems = List.copyOf(problems);
  }

  /** All that is wrong, in one line for people. */
  String sentence(String file) {
    return String.join("; ", problems.stream().map(p -> p.sentence(file)).toList());
  }
}
