package org.copytaster.runtime.watch;

/** Thrown for a file whose content cannot be used; what was read before stays in use. */
public final class UnusableFileException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * With what is wrong.
   *
   * @param sentence names the file; it goes on after a semicolon, so it has no full stop
   */
  public UnusableFileException(String sentence) {
    super(sentence);
  }
}
