package org.copytaster.ingest.http;

/** Thrown where a request goes no further; carries what is answered. */
final class RequestRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Reply reply;

  RequestRefusedException(Reply reply) {
    super("refused with " + reply.status(), null, false, false);
    this.reply = reply;
  }

  RequestRefusedException(int status, String title, String detail) {
    this(Replies.problem(status, title, detail));
  }

  Reply reply() {
    return reply;
  }
}
