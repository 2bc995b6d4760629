package org.copytaster.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import org.copytaster.schemas.record.Acknowledgement;
import org.copytaster.schemas.record.Recall;
import org.copytaster.schemas.record.RecallKind;
import org.copytaster.schemas.record.RecalledVersion;
import org.copytaster.store.Proof;
import org.jspecify.annotations.Nullable;

/** Recalls, acknowledgements and subscriber files for tests. */
final class RecallSamples {

  static final String GUID = "urn:test:recalled";

  private RecallSamples() {}

  static Recall kill(String id, Instant issuedAt) {
    return Recall.newBuilder()
        .setId(id)
        .setGuid(GUID)
        .setKind(RecallKind.KILL)
        .setVersion(3)
        .setVersions(
            List.of(
                new RecalledVersion(1, issuedAt.minusSeconds(600)), new RecalledVersion(2, null)))
        .setIssuedAt(issuedAt)
        .setReason("Wrong person named.")
        .setSource("pa")
        .build();
  }

  static Proof issued(Recall recall) {
    return new Proof.Issued(recall);
  }

  static Proof acknowledged(String id, String subscriber, Instant at, @Nullable String note) {
    var acknowledgement =
        Acknowledgement.newBuilder()
            .setRecallId(id)
            .setGuid(GUID)
            .setSubscriber(subscriber)
            .setTime(at)
            .setNote(note)
            .build();
    return new Proof.Acknowledged(acknowledgement, at);
  }

  /** A file as an editor writes it: under another name first, so that nobody reads half of it. */
  static void file(Path directory, String name, String... lines) throws IOException {
    var draft = Files.writeString(directory.resolve(name + ".draft"), String.join("\n", lines));
    Files.move(draft, directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }
}
