package org.copytaster.console.where;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Where the receipts of each guid stand: sixteen bytes a receipt, and nothing of what they say. Two
 * guids may look the same here, so whoever reads a receipt compares.
 */
final class ReceiptIndex {

  /** More than these are not known, of all partitions together: the oldest are left out. */
  static final int MOST = 4_000_000;

  private final int most;
  private final Map<Integer, Part> parts = new HashMap<>();
  private boolean complete = true;

  ReceiptIndex(int most) {
    this.most = most;
  }

  /** Where a receipt stands. */
  record Place(int partition, long offset) {}

  private static final class Part {
    private long[] guids = new long[1_024];
    private long[] offsets = new long[1_024];
    private int size;
  }

  /** Takes the next receipt of its partition; only its key is looked at. */
  synchronized void take(ConsumerRecord<byte[], byte[]> receipt) {
    if (receipt.key() == null || receipt.value() == null) {
      return;
    }
    var part = parts.computeIfAbsent(receipt.partition(), partition -> new Part());
    if (part.size >= most / Math.max(1, parts.size())) {
      int half = part.size / 2;
      System.arraycopy(part.guids, half, part.guids, 0, part.size - half);
      System.arraycopy(part.offsets, half, part.offsets, 0, part.size - half);
      part.size -= half;
      complete = false;
    }
    if (part.size == part.guids.length) {
      part.guids = Arrays.copyOf(part.guids, 2 * part.size);
      part.offsets = Arrays.copyOf(part.offsets, 2 * part.size);
    }
    part.guids[part.size] = hash(guid(new String(receipt.key(), UTF_8)));
    part.offsets[part.size++] = receipt.offset();
  }

  /** The newest of a guid, at most so many of each partition. */
  synchronized List<Place> of(String guid, int atMost) {
    long hash = hash(guid);
    var places = new ArrayList<Place>();
    parts.forEach(
        (partition, part) -> {
          int left = atMost;
          for (int i = part.size - 1; i >= 0 && left > 0; i--) {
            if (part.guids[i] == hash) {
              places.add(new Place(partition, part.offsets[i]));
              left--;
            }
          }
        });
    return places;
  }

  /** Whether all receipts are known that the topic has. */
  synchronized boolean complete() {
    return complete;
  }

  /** The guid in a receipt's key, which is guid, colon, version, and " test" for a test. */
  static String guid(String key) {
    int colon = key.lastIndexOf(':');
    return colon < 0 ? key : key.substring(0, colon);
  }

  /** FNV-1a over UTF-16. */
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
