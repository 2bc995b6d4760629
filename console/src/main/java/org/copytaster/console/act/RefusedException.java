package org.copytaster.console.act;

/** Thrown for a request that is not done, with the answer to it. */
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;

  /**
   * @param detail one sentence for whoever asked, which quotes nothing of the request
   */
  public RefusedException(int status, String detail) {
    super(detail);
    this.status = status;
  }

  public static RefusedException bad(String field, String reason) {
    return new RefusedException(400, field + " " + reason);
  }

  public static RefusedException later(String detail) {
    return new RefusedException(503, detail);
  }

  /** Of HTTP. */
  public int status() {
    return status;
  }
}
