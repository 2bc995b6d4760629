package org.copytaster.standalone.up;

import java.util.Optional;
import java.util.function.Supplier;
import org.copytaster.runtime.Service;
import org.copytaster.runtime.health.Answering;

/**
 * Something that {@code up} keeps at work.
 *
 * @param name as the person at the terminal knows it
 * @param ended how it ended by itself, if it has; never blocks
 * @param answering tells whether it hangs; that of a part which cannot hang always says yes
 * @param again ends whatever is left of it and starts it; back when it serves again
 */
record KeptPart(
    String name, Supplier<Optional<String>> ended, Supplier<Boolean> answering, Runnable again) {

  /** A part that is asked whether it answers. */
  static KeptPart asked(
      String name, Supplier<Optional<String>> ended, Answering answering, Runnable again) {
    return new KeptPart(name, ended, answering::now, again);
  }

  /** A service of our own: it says of itself whether it can go on. */
  static KeptPart of(Service service) {
    return new KeptPart(
        service.name(),
        () -> service.live() ? Optional.empty() : Optional.of("cannot go on"),
        () -> true,
        () -> {
          service.close();
          service.start();
        });
  }

  Optional<String> failure() {
    return ended.get();
  }

  boolean answers() {
    return answering.get();
  }

  void restart() {
    again.run();
  }
}
