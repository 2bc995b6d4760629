package org.copytaster.tagging.entity.encoder;

import org.jspecify.annotations.Nullable;

/** The encoder cannot be had: its library does not load here, or its model is broken. */
public final class EncoderException extends Exception {

  private static final long serialVersionUID = 1;

  EncoderException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
