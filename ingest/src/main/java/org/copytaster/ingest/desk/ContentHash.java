package org.copytaster.ingest.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.copytaster.formats.copy.Digests;
import org.copytaster.schemas.history.LifeFields;
import org.copytaster.schemas.record.Article;

/**
 * A digest of what the source said. Fields without a value are left out, so that a field added to
 * the schema later leaves the hashes of older articles as they are.
 */
final class ContentHash {

  private static final Set<String> OURS =
      Set.of("receivedAt", "readAgainAt", "contentHash", "source", "repairs", "format", "original");

  private ContentHash() {}

  static String of(Article judged) {
    // what was judged depends on when; what the source stated does not
    var article = LifeFields.asStated(judged);
    var digest = Digests.sha256();
    for (var field : article.getSchema().getFields()) {
      var value = article.get(field.pos());
      boolean empty =
          value == null
              || value.equals("")
              || (value instanceof Collection<?> c && c.isEmpty())
              || (value instanceof Map<?, ?> m && m.isEmpty());
      if (!OURS.contains(field.name()) && !empty) {
        digest.update(field.name().getBytes(UTF_8));
        digest.update((byte) 0);
        var told = value instanceof Map<?, ?> map ? new TreeMap<>(map) : value;
        digest.update(told.toString().getBytes(UTF_8));
        digest.update((byte) 0);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
