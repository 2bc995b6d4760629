package org.copytaster.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortsTest {

  /** Whoever is given a port listens there a moment later: until then it looks free to all. */
  @Test
  void noPortIsPromisedTwice() {
    assertThat(Stream.generate(Ports::free).limit(1_000)).doesNotHaveDuplicates();
  }
}
