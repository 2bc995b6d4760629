package org.copytaster.standalone.up;

import java.util.function.Supplier;
import org.copytaster.runtime.Service;
import org.jspecify.annotations.Nullable;

/** A service that can be started again after it was closed: each time it is a new one. */
final class RenewableService implements Service {

  private final String name;
  private final Supplier<Service> made;
  private volatile @Nullable Service current;

  RenewableService(String name, Supplier<Service> made) {
    this.name = name;
    this.made = made;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    var service = made.get();
    current = service;
    service.start();
  }

  @Override
  public boolean ready() {
    var service = current;
    return service != null && service.ready();
  }

  /** Also while it is closed: whoever closed it means to start it again. */
  @Override
  public boolean live() {
    var service = current;
    return service == null || service.live();
  }

  @Override
  public void close() {
    var service = current;
    if (service != null) {
      current = null;
      service.close();
    }
  }
}
