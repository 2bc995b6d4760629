package org.copytaster.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Several services as one: started in the given order, closed in the reverse one. */
public final class Services implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Services.class);

  private final List<Service> all;
  private final Deque<Service> started = new ArrayDeque<>();

  public Services(List<? extends Service> services) {
    this.all = List.copyOf(services);
  }

  /** Starts all of them; if one fails, those already started are closed and its cause is thrown. */
  public synchronized void start() {
    for (var service : all) {
      try {
        service.start();
        started.push(service);
      } catch (RuntimeException e) {
        quietly(service);
        close();
        throw e;
      }
    }
  }

  public boolean ready() {
    return all.stream().allMatch(Service::ready);
  }

  public boolean live() {
    return all.stream().allMatch(Service::live);
  }

  /** The names of those that are not ready yet. */
  public List<String> waitingFor() {
    return all.stream().filter(s -> !s.ready()).map(Service::name).toList();
  }

  @Override
  public synchronized void close() {
    while (!started.isEmpty()) {
      quietly(started.pop());
    }
  }

  private static void quietly(Service service) {
    try {
      service.close();
    } catch (RuntimeException e) {
      LOG.warn("{} did not close cleanly", service.name(), e);
    }
  }
}
