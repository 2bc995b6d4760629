package org.copytaster.tagging.entity.known;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.known.Bearer.Description;
import org.copytaster.tagging.entity.known.Bearer.Term;

/**
 * One compact table of those who bear names. It stays as it lies in the file, one array of bytes
 * with a hash table of the names in front: a hundred thousand bearers as objects would take many
 * times the room, and most are never asked for. Immutable.
 *
 * <p>The file is gzip around a header (mark, format, SHA-256 of the rest, counts), then the slots
 * of the hash table, where each bearer begins, the bearers, the names, and the words they share.
 */
public final class KnowledgeFile {

  static final byte[] MARK = "copytaster-known".getBytes(StandardCharsets.US_ASCII);

  /** A file of a later format is refused with a sentence that says so. */
  static final int FORMAT = 1;

  static final int DIGEST = 32;
  static final int COUNTS = 6;
  static final int HEADER = MARK.length + Integer.BYTES * (1 + COUNTS) + DIGEST;

  /** No table of names is greater; whoever claims so has broken something. */
  private static final int MOST_BYTES = 1 << 28;

  private static final int VERSION_DIGITS = 12;

  private final ByteBuffer body;
  private final int bearers;
  private final int names;
  private final int slots;
  private final int rows;
  private final int keys;
  private final int words;
  private final String version;

  private KnowledgeFile(String file, ByteBuffer content) {
    content.position(MARK.length + Integer.BYTES);
    var digest = new byte[DIGEST];
    content.get(digest);
    if (!Arrays.equals(digest, digest(content))) {
      throw broken(file, "is damaged: its checksum does not fit its content");
    }
    bearers = content.getInt();
    names = content.getInt();
    slots = content.getInt();
    int rowBytes = content.getInt();
    int keyBytes = content.getInt();
    int wordBytes = content.getInt();
    body = content.slice();
    rows = Integer.BYTES * (slots + bearers);
    keys = rows + rowBytes;
    words = keys + keyBytes;
    if (slots < 0 || words < rows || words + wordBytes != body.limit()) {
      throw broken(file, "is damaged: its parts are not as long as it says");
    }
    version = HexFormat.of().formatHex(digest).substring(0, VERSION_DIGITS);
  }

  /**
   * Reads a table.
   *
   * @param file what to call it in a message
   * @throws IllegalArgumentException with one sentence if it is no such table, damaged, or of a
   *     later format
   */
  public static KnowledgeFile parse(String file, byte[] content) {
    byte[] plain;
    try (var zipped = new GZIPInputStream(new ByteArrayInputStream(content), 1 << 16)) {
      plain = zipped.readNBytes(MOST_BYTES);
    } catch (IOException e) {
      var reason = "is cut off or not made by copytaster knowledge import";
      throw new IllegalArgumentException("knowledge table " + file + " " + reason, e);
    }
    if (plain.length < HEADER || !Arrays.equals(plain, 0, MARK.length, MARK, 0, MARK.length)) {
      throw broken(file, "is not one that copytaster knowledge import made");
    }
    var buffer = ByteBuffer.wrap(plain);
    int format = buffer.getInt(MARK.length);
    if (format != FORMAT) {
      throw broken(file, "has format " + format + ", and this release reads format " + FORMAT);
    }
    return new KnowledgeFile(file, buffer);
  }

  private static IllegalArgumentException broken(String file, String reason) {
    return new IllegalArgumentException("knowledge table " + file + " " + reason);
  }

  static byte[] digest(ByteBuffer content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(content.duplicate());
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** How many bearers it knows. */
  public int bearers() {
    return bearers;
  }

  /** How many names they have; a name that two have is counted once. */
  public int names() {
    return names;
  }

  /** Hexadecimal digits that change with everything in it. */
  public String version() {
    return version;
  }

  /** A key's place in the hash table before it is brought into its bounds. */
  static int hash(EntityType type, byte[] key) {
    int hash = 31 + TypeCode.of(type);
    for (byte each : key) {
      hash = 31 * hash + each;
    }
    return hash ^ (hash >>> 15);
  }

  /** All of a type who bear the name with a key of {@link KnownKey}. */
  public List<Bearer> find(EntityType type, String key) {
    var bytes = key.getBytes(StandardCharsets.UTF_8);
    if (slots == 0 || bytes.length == 0) {
      return List.of();
    }
    int slot = hash(type, bytes) & (slots - 1);
    for (int tries = 0; tries < slots; tries++) {
      int at = body.getInt(Integer.BYTES * slot);
      if (at == 0) {
        return List.of();
      }
      var reading = new Reading(keys + at - 1);
      if (reading.isKey(type, bytes)) {
        return bearers(reading);
      }
      slot = (slot + 1) & (slots - 1);
    }
    return List.of();
  }

  private List<Bearer> bearers(Reading reading) {
    int count = reading.number();
    var found = new ArrayList<Bearer>(count);
    for (int i = 0; i < count; i++) {
      int row = reading.number();
      found.add(bearer(body.getInt(Integer.BYTES * (slots + row))));
    }
    return found;
  }

  private Bearer bearer(int offset) {
    var row = new Reading(rows + offset);
    var id = row.text();
    var type = TypeCode.type(row.number());
    var name = row.text();
    var kind = new Reading(words + row.number()).text();
    var description = new Reading(words + row.number()).text();
    var country = new Reading(words + row.number()).text();
    int from = row.number();
    int to = row.number();
    return new Bearer(
        id,
        type,
        name,
        new Description(kind, description),
        new Term(country, from, to, row.number()));
  }

  /** A place in the table that moves on as it is read. */
  private final class Reading {

    private int at;

    private Reading(int at) {
      this.at = at;
    }

    private int number() {
      int value = 0;
      for (int shift = 0; shift < Integer.SIZE; shift += 7) {
        byte each = body.get(at++);
        value |= (each & 0x7f) << shift;
        if (each >= 0) {
          break;
        }
      }
      return value;
    }

    private String text() {
      var bytes = new byte[number()];
      body.get(at, bytes);
      at += bytes.length;
      return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Reads a key, and says whether it is this one. */
    private boolean isKey(EntityType type, byte[] key) {
      if (number() != TypeCode.of(type) || number() != key.length) {
        return false;
      }
      for (byte each : key) {
        if (body.get(at++) != each) {
          return false;
        }
      }
      return true;
    }
  }
}
