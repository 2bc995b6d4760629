package org.copytaster.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.copytaster.runtime.Secret;

/**
 * The one account of an {@link EmbeddedBroker}: a name and a generated password, SASL/SCRAM.
 *
 * @param user the name, of letters
 * @param password of letters and digits
 */
public record BrokerLogin(String user, Secret password) {

  /** Of all that Kafka knows, the one in which a false broker learns no password. */
  static final String MECHANISM = "SCRAM-SHA-512";

  /** RFC 7677's least; the password is random, so that more would protect nothing. */
  private static final int ITERATIONS = 4_096;

  /** The login whose password is in {@code file}; made anew if it is not there. */
  public static BrokerLogin of(Path file) throws IOException {
    if (!Files.exists(file)) {
      PrivateFiles.write(file, Passwords.random() + "\n");
    }
    return new BrokerLogin("copytaster", new Secret(Files.readString(file).strip()));
  }

  /** What a client of the broker is set up with, by Kafka's names. */
  public Map<String, String> client() {
    return Map.of(
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        MECHANISM,
        "sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
            .formatted(user, password.reveal()));
  }

  /** Tells the broker of the account, by a client that may do so. */
  void register(Map<String, Object> client) {
    var known = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS);
    try (var admin = Admin.create(client)) {
      admin
          .alterUserScramCredentials(
              List.of(new UserScramCredentialUpsertion(user, known, password.reveal())))
          .all()
          .get(30, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the broker does not take the account of its clients", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the broker started", e);
    }
  }
}
