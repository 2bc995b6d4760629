package org.copytaster.runtime.described;

/**
 * What is wrong with a described file.
 *
 * @param line from 1; 0 where the file as a whole is meant
 * @param field as written; empty where the file as a whole is meant
 * @param reason continues the sentence that begins with the field; never quotes a secret
 */
public record LineProblem(int line, String field, String reason) {

  private static final int LONGEST_NAME = 40;
  private static final int LONGEST_REASON = 300;

  public LineProblem {
    field = PlainLine.of(field, LONGEST_NAME);
    reason = PlainLine.of(reason, LONGEST_REASON);
  }

  /** In words, with the file and the line. */
  public String sentence(String file) {
    var where = line == 0 ? file : file + ", line " + line;
    return where + ": " + (field.isEmpty() ? "the file" : field) + " " + reason;
  }
}
