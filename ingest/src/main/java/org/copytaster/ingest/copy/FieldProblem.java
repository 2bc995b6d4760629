package org.copytaster.ingest.copy;

/**
 * What is wrong with one field.
 *
 * @param field its name as the source wrote it; empty where the copy as a whole is meant
 * @param reason continues the sentence that begins with the field; never quotes the text
 */
public record FieldProblem(String field, String reason) {

  /** One sentence for people. */
  public String sentence() {
    return (field.isEmpty() ? "the copy" : field) + " " + reason;
  }
}
