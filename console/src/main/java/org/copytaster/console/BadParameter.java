package org.copytaster.console;

/** A parameter of a request that cannot be used; both texts are for whoever asked. */
final class BadParameter extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;

  BadParameter(String field, String reason) {
    super(reason);
    this.field = field;
  }

  String field() {
    return field;
  }
}
