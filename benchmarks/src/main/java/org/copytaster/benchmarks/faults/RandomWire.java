package org.copytaster.benchmarks.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A wire without end: histories of one to five versions each, in no order, some killed, withheld or
 * under an embargo, mixed with each other. The same seed gives the same wire, times apart.
 */
final class RandomWire {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of an embargo that ends while somebody looks. */
  static final int LONGEST_EMBARGO_SECONDS = 30;

  private static final int MIXED = 40;
  private static final List<String> PEOPLE =
      List.of("Anna Weber", "Maria Lopez", "John Smith", "Boris Petrov", "Keiko Tanaka");
  private static final List<String> PLACES =
      List.of("Vienna", "Berlin", "Paris", "Tokyo", "London", "Nairobi");

  private final Random random;
  private final String run;
  private final List<Pushed> pending = new ArrayList<>();
  private int stories;

  RandomWire(long seed, String run) {
    this.random = new Random(seed);
    this.run = run;
  }

  /** The next version. */
  synchronized Pushed next() {
    while (pending.size() < MIXED) {
      pending.addAll(history());
    }
    return pending.remove(random.nextInt(pending.size()));
  }

  /** What is pushed for it. */
  synchronized String json(Pushed version) {
    var article =
        JSON.createObjectNode()
            .put("guid", version.guid())
            .put("version", version.version())
            .put("pubStatus", version.pubStatus())
            .put("language", "en");
    if (version.kill()) {
      article.put("edNote", "Killed.").put("body", "");
    } else {
      article
          .put("headline", "Budget talks in " + one(PLACES) + ", " + version.mark())
          .put("body", text() + version.mark() + ".");
    }
    if (version.embargoed() != null) {
      article.put("embargoed", version.embargoed().toString());
    }
    return article.toString();
  }

  private List<Pushed> history() {
    int story = ++stories;
    var guid = "urn:faults:" + run + ":" + story;
    int count = 1 + random.nextInt(4);
    double kind = random.nextDouble();
    var embargoed = embargo(kind);
    var versions = new ArrayList<Pushed>();
    for (int version = 1; version <= count; version++) {
      versions.add(of(guid, version, "USABLE", embargoed));
    }
    if (kind < 0.15) {
      versions.add(of(guid, count + 1, "CANCELED", null));
    } else if (kind < 0.20) {
      versions.add(of(guid, count + 1, "WITHHELD", null));
    }
    Collections.shuffle(versions, random);
    return versions;
  }

  private @Nullable Instant embargo(double kind) {
    var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    if (kind >= 0.20 && kind < 0.27) {
      return now.plus(365, ChronoUnit.DAYS);
    }
    return kind >= 0.27 && kind < 0.34
        ? now.plusSeconds(5 + random.nextInt(LONGEST_EMBARGO_SECONDS - 5))
        : null;
  }

  private static Pushed of(
      String guid, int version, String pubStatus, @Nullable Instant embargoed) {
    var mark = "mark" + guid.replaceAll("[^a-z0-9]", "") + "v" + version + "x";
    return new Pushed(guid, version, pubStatus, embargoed, mark, 0);
  }

  private String text() {
    var text = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      text.append(
          "Chancellor %s spoke in %s on Tuesday about the budget. "
              .formatted(one(PEOPLE), one(PLACES)));
      text.append("%s was not there, and 200 people came. ".formatted(one(PEOPLE)));
    }
    return text.toString();
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
