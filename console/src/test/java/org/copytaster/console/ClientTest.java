package org.copytaster.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientTest {

  @Test
  void addressesOfOneNetworkAreOneClient() {
    assertThat(Client.of("2001:db8:1:2::1")).isEqualTo(Client.of("2001:db8:1:2:ffff:1:2:3"));
    assertThat(Client.of("2001:db8:1:2::1")).isNotEqualTo(Client.of("2001:db8:1:3::1"));
  }

  @Test
  void eachAddressOfTheOldKindIsAClient() {
    assertThat(Client.of("192.0.2.1")).isEqualTo("192.0.2.1");
    assertThat(Client.of("::ffff:192.0.2.1")).isEqualTo("192.0.2.1");
  }
}
