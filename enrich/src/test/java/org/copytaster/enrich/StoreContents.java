package org.copytaster.enrich;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;

/** What the topology keeps, as another instance gets it out of the changelogs. */
final class StoreContents {

  private StoreContents() {}

  static Map<String, List<KeyValue<Object, Object>>> of(EnrichDriver enrich) {
    var contents = new HashMap<String, List<KeyValue<Object, Object>>>();
    for (var name : enrich.driver.getAllStateStores().keySet()) {
      var entries = new ArrayList<KeyValue<Object, Object>>();
      try (var all = store(enrich, name).all()) {
        all.forEachRemaining(entries::add);
      }
      contents.put(name, entries);
    }
    return contents;
  }

  static void into(EnrichDriver enrich, Map<String, List<KeyValue<Object, Object>>> contents) {
    contents.forEach(
        (name, entries) -> entries.forEach(each -> store(enrich, name).put(each.key, each.value)));
  }

  private static KeyValueStore<Object, Object> store(EnrichDriver enrich, String name) {
    return java.util.Objects.requireNonNull(enrich.driver.getKeyValueStore(name), name);
  }
}
