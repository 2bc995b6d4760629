package org.copytaster.sink;

/** Thrown for a record that can be read and says nothing that could be stored. */
final class UnusableRecordException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /** With a sentence without any of the record's text. */
  UnusableRecordException(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
