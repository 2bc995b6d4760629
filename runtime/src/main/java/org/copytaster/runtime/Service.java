package org.copytaster.runtime;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One long-running part of Copytaster. The order of calls is {@code start} once, then {@code close}
 * once; {@code ready} and {@code live} may be asked at any time and from any thread.
 */
public interface Service extends AutoCloseable {

  /**
   * How a part is that a service needs to do its work, be it the broker or its own work.
   *
   * @param part what it is called in health answers, for instance {@code broker}
   * @param good whether it lets the service work
   * @param since when it began to be so, as far as this process has seen
   * @param why what is wrong, in words that quote no copy; null while it is good
   */
  record PartState(String part, boolean good, Instant since, @Nullable String why) {}

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
