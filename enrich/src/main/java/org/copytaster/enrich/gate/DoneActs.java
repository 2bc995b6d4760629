package org.copytaster.enrich.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.copytaster.schemas.record.Act;
import org.copytaster.schemas.record.Article;

/**
 * What the embargo gate remembers of the acts on a guid: by which ids to know one that comes twice,
 * and which version an editor has set free, should the very same come again.
 *
 * @param freed version and content hash; empty for none
 * @param ids of the newest acts, the oldest first
 */
record DoneActs(String freed, List<String> ids) {

  static final DoneActs NONE = new DoneActs("", List.of());
  private static final int MOST = 50;

  DoneActs {
    ids = List.copyOf(ids);
  }

  static Serde<DoneActs> serde() {
    return Serdes.serdeFrom(
        (store, done) -> done == null ? null : done.written().getBytes(UTF_8),
        (store, bytes) -> bytes == null ? null : of(new String(bytes, UTF_8)));
  }

  boolean has(Act act) {
    return ids.contains(act.getId());
  }

  /** Whether an editor has set this very article free, with this very content. */
  boolean frees(Article article) {
    return freed.equals(key(article));
  }

  DoneActs with(Act act) {
    var all = new ArrayList<>(ids);
    all.add(act.getId());
    return new DoneActs(freed, all.subList(Math.max(0, all.size() - MOST), all.size()));
  }

  DoneActs freeing(Article article) {
    return new DoneActs(key(article), ids);
  }

  static boolean sameContent(Article one, Article other) {
    return key(one).equals(key(other));
  }

  private static String key(Article article) {
    return article.getVersion() + " " + article.getContentHash();
  }

  private String written() {
    return freed + "\n" + String.join("\n", ids);
  }

  private static DoneActs of(String written) {
    var lines = List.of(written.split("\n"));
    return new DoneActs(lines.isEmpty() ? "" : lines.get(0), lines.subList(1, lines.size()));
  }
}
