package org.copytaster.ingest.source;

import java.util.List;
import org.copytaster.runtime.Secret;
import org.copytaster.runtime.described.KeyHash;

/**
 * By what a source is known when it pushes. Two of each may live at once, so that one can be
 * replaced without a gap.
 *
 * @param keys hashes of API keys
 * @param webhookSecrets secrets of Standard Webhooks signatures, as the source has them
 * @param superdeskSecrets secrets of Superdesk's signatures with SHA-1
 * @param certificates that it shows over TLS
 */
public record Access(
    List<KeyHash> keys,
    List<Secret> webhookSecrets,
    List<Secret> superdeskSecrets,
    List<Fingerprint> certificates) {

  public Access {
    keys = List.copyOf(keys);
    webhookSecrets = List.copyOf(webhookSecrets);
    superdeskSecrets = List.copyOf(superdeskSecrets);
    certificates = List.copyOf(certificates);
  }

  /** Without any credential. */
  public static final Access OPEN = new Access(List.of(), List.of(), List.of(), List.of());

  /** Whether there is nothing that a push could be known by. */
  public boolean open() {
    return keys.isEmpty()
        && webhookSecrets.isEmpty()
        && superdeskSecrets.isEmpty()
        && certificates.isEmpty();
  }
}
