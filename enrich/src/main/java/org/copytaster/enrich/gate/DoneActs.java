package org.copytaster.enrich.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.copytaster.schemas.record.Act;
import org.copytaster.schemas.record.Article;
import org.jspecify.annotations.Nullable;

/**
 * What the embargo gate remembers of the acts on a guid: by which ids to know one that comes twice,
 * and which version an editor has set free, should the very same come again.
 *
 * @param freed version and content hash; empty for none
 * @param kept the last act that would keep an article and found none; null for none
 * @param ids of the newest acts, the oldest first
 */
record DoneActs(String freed, @Nullable KeptAct kept, List<String> ids) {

  static final DoneActs NONE = new DoneActs("", null, List.of());
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
    return new DoneActs(freed, kept, all.subList(Math.max(0, all.size() - MOST), all.size()));
  }

  DoneActs freeing(Article article) {
    return new DoneActs(key(article), null, ids);
  }

  /** The same after an act that found nothing: what was remembered before is over. */
  DoneActs keeping(@Nullable KeptAct act) {
    return new DoneActs(freed, act, ids);
  }

  static boolean sameContent(Article one, Article other) {
    return key(one).equals(key(other));
  }

  private static String key(Article article) {
    return article.getVersion() + " " + article.getContentHash();
  }

  private String written() {
    return freed + "\n" + (kept == null ? "" : kept.written()) + "\n" + String.join("\n", ids);
  }

  private static DoneActs of(String written) {
    var lines = List.of(written.split("\n", -1));
    return new DoneActs(
        lines.get(0),
        KeptAct.read(lines.get(1)),
        lines.subList(2, lines.size()).stream().filter(id -> !id.isEmpty()).toList());
  }
}
