package org.copytaster.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServicesTest {

  private final List<String> events = new ArrayList<>();

  @Test
  void servicesStartInOrderAndCloseInReverse() {
    var services = new Services(List.of(service("a", false), service("b", false)));

    services.start();
    services.close();

    assertThat(events).containsExactly("start a", "start b", "close b", "close a");
  }

  @Test
  void whatHadStartedIsClosedWhenOneFails() {
    var services =
        new Services(List.of(service("a", false), service("b", true), service("c", false)));

    assertThatThrownBy(services::start).hasMessage("b fails");

    assertThat(events).containsExactly("start a", "start b", "close b", "close a");
  }

  @Test
  void theNamesOfThoseThatAreNotReadyAreKnown() {
    var services = new Services(List.of(service("a", false)));

    assertThat(services.waitingFor()).containsExactly("a");
    services.start();

    assertThat(services.waitingFor()).isEmpty();
  }

  private Service service(String name, boolean fails) {
    return new Service() {
      private boolean started;

      @Override
      public String name() {
        return name;
      }

      @Override
      public void start() {
        events.add("start " + name);
        if (fails) {
          throw new IllegalStateException(name + " fails");
        }
        started = true;
      }

      @Override
      public boolean ready() {
        return started;
      }

      @Override
      public void close() {
        events.add("close " + name);
      }
    };
  }
}
