package org.copytaster.runtime.outgoing;

/** Thrown for a host that has no other address than private ones. */
public final class PrivateAddressException extends Exception {

  private static final long serialVersionUID = 1;
}
