package org.copytaster.tagging.entity.known;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.copytaster.tagging.entity.EntityType;

/**
 * Writes the table that {@link KnowledgeFile} reads. The same bearers in the same order give the
 * same bytes.
 */
public final class KnowledgeBuilder {

  private record Key(EntityType type, String key) implements Comparable<Key> {

    @Override
    public int compareTo(Key other) {
      int types = type.compareTo(other.type);
      return types == 0 ? key.compareTo(other.key) : types;
    }
  }

  private final Packed rows = new Packed();
  private final List<Integer> begins = new ArrayList<>();
  private final Packed words = new Packed();
  private final Map<String, Integer> shared = new HashMap<>();
  private final Map<Key, Set<Integer>> byKey = new TreeMap<>();

  /** Adds a bearer under its name and other names; those without letter and digit are left out. */
  public void add(Bearer bearer, Collection<String> otherNames) {
    int row = begins.size();
    begins.add(rows.size());
    rows.text(bearer.id());
    rows.number(TypeCode.of(bearer.type()));
    rows.text(bearer.name());
    rows.number(word(bearer.described().kind()));
    rows.number(word(bearer.described().text()));
    rows.number(word(bearer.term().country()));
    rows.number(bearer.term().from());
    rows.number(bearer.term().to());
    rows.number(bearer.term().weight());
    file(bearer.type(), bearer.name(), row);
    otherNames.forEach(name -> file(bearer.type(), name, row));
  }

  private int word(String text) {
    return shared.computeIfAbsent(
        text,
        absent -> {
          int at = words.size();
          words.text(text);
          return at;
        });
  }

  private void file(EntityType type, String name, int row) {
    var key = KnownKey.of(type, name);
    if (!key.isEmpty()) {
      byKey.computeIfAbsent(new Key(type, key), absent -> new LinkedHashSet<>()).add(row);
    }
  }

  /** How many bearers there are. */
  public int bearers() {
    return begins.size();
  }

  /** How many names they have. */
  public int names() {
    return byKey.size();
  }

  /** Writes all of it. */
  public void write(OutputStream out) throws IOException {
    int slots = Integer.highestOneBit(Math.max(1, byKey.size())) << 2;
    var table = new int[slots];
    var keys = new Packed();
    byKey.forEach((key, bearers) -> put(table, keys, key, bearers));
    int body = Integer.BYTES * (slots + begins.size()) + rows.size() + keys.size() + words.size();
    var content = ByteBuffer.allocate(KnowledgeFile.HEADER + body);
    content.put(KnowledgeFile.MARK).putInt(KnowledgeFile.FORMAT);
    int checked = content.position() + KnowledgeFile.DIGEST;
    content.position(checked);
    content.putInt(begins.size()).putInt(byKey.size()).putInt(slots);
    content.putInt(rows.size()).putInt(keys.size()).putInt(words.size());
    for (int slot : table) {
      content.putInt(slot);
    }
    begins.forEach(content::putInt);
    content.put(rows.toByteArray()).put(keys.toByteArray()).put(words.toByteArray());
    content.position(checked);
    var digest = KnowledgeFile.digest(content);
    content.position(checked - KnowledgeFile.DIGEST);
    content.put(digest);
    try (var zipped = new GZIPOutputStream(out, 1 << 16)) {
      zipped.write(content.array());
    }
  }

  /** A slot has the key's place and one, so that 0 is an empty one. */
  private static void put(int[] table, Packed keys, Key key, Set<Integer> bearers) {
    var bytes = key.key().getBytes(StandardCharsets.UTF_8);
    int slot = KnowledgeFile.hash(key.type(), bytes) & (table.length - 1);
    while (table[slot] != 0) {
      slot = (slot + 1) & (table.length - 1);
    }
    table[slot] = keys.size() + 1;
    keys.number(TypeCode.of(key.type()));
    keys.text(key.key());
    keys.number(bearers.size());
    bearers.forEach(keys::number);
  }

  /** Numbers of seven bits a byte, and texts behind their length. */
  private static final class Packed extends ByteArrayOutputStream {

    private void number(int value) {
      int rest = value;
      while ((rest & ~0x7f) != 0) {
        write((rest & 0x7f) | 0x80);
        rest >>>= 7;
      }
      write(rest);
    }

    private void text(String text) {
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      number(bytes.length);
      writeBytes(bytes);
    }
  }
}
