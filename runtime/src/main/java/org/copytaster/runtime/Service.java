package org.copytaster.runtime;

import java.util.List;

/**
 * One long-running part of Copytaster. The order of calls is {@code start} once, then {@code close}
 * once; {@code ready} and {@code live} may be asked at any time and from any thread.
 */
public interface Service extends AutoCloseable {

  /** Short name as used in metrics and logs, for instance {@code ingest}. */
  String name();

  /** Starts the work and returns; being ready may take longer. */
  void start();

  /** Whether it does its work now: this is what a load balancer asks. */
  boolean ready();

  /** Whether it can still become ready; a service that is not live must be started anew. */
  default boolean live() {
    return true;
  }

  /** How each part is that it needs; empty while it is not started. */
  default List<PartState> parts() {
    return List.of();
  }

  /** Stops the work in order and gives back every resource. */
  @Override
  void close();
}
