package org.copytaster.enrich.gate;

import java.util.Objects;
import org.apache.kafka.streams.TopologyTestDriver;
import org.copytaster.schemas.history.VersionHistory;

/** Leaves in the stores what a release left there that did not remember what went out. */
public final class EarlierRelease {

  private EarlierRelease() {}

  /** It has let a version through; whether that went out is not known any more. */
  public static void letThrough(TopologyTestDriver driver, String guid, VersionHistory history) {
    var store = driver.<String, LetThrough>getKeyValueStore(VersionGate.STORE);
    Objects.requireNonNull(store).put(guid, LetThrough.unwatched(history, null));
  }
}
