package org.copytaster.schemas;

import org.apache.kafka.common.errors.SerializationException;

/** The registry's answer makes it impossible to write or read a record. */
public class RegistryException extends SerializationException {
  private static final long serialVersionUID = 1L;

  public RegistryException(String message) {
    super(message);
  }

  public RegistryException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * The registry cannot be asked now. Nothing is wrong with the record: whoever reads must wait and
   * try again and not make a dead letter of it.
   */
  public static final class UnavailableException extends RegistryException {
    private static final long serialVersionUID = 1L;

    public UnavailableException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
