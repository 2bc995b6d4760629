package org.copytaster.console;

import org.copytaster.runtime.log.ShortText;

/** A parameter of a request that cannot be used; both texts are for whoever asked. */
final class BadParameterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final int LONGEST = 40;

  private final String field;

  /**
   * @param field as the client spelt it; of a long one the beginning is kept
   */
  BadParameterException(String field, String reason) {
    super(reason);
    this.field = ShortText.of(field, LONGEST);
  }

  String field() {
    return field;
  }
}
