package org.copytaster.enrich;

import java.time.Instant;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.PubStatus;

/** Articles that are held, and what kills them. */
final class HeldSamples {

  static final String GUID = "urn:test:1";

  /** When their embargoes end. */
  static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private HeldSamples() {}

  static Article embargoed(int version) {
    return at(GUID, version);
  }

  static Article at(String guid, int version) {
    return Article.newBuilder(builder(version, "text")).setGuid(guid).setEmbargoed(NOON).build();
  }

  static Article killOf(String guid) {
    return builder(2, "").setGuid(guid).setPubStatus(PubStatus.CANCELED).build();
  }

  static Article.Builder builder(int version, String body) {
    return Article.newBuilder()
        .setGuid(GUID)
        .setVersion(version)
        .setHeadline("Headline")
        .setBody(body)
        .setContentHash("hash of " + body);
  }
}
