package org.copytaster.tagging.entity.encoder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.copytaster.tagging.entity.EntityType;

/** The shipped model, taken apart as the protocol buffer that it is, without ONNX Runtime. */
final class ModelFile {

  private static final int GRAPH = 7;
  private static final int INITIALIZER = 5;
  private static final int METADATA = 14;
  private static final int INT8 = 3;

  private ModelFile() {}

  /** A field of a message: a number, or bytes. */
  private record Part(int field, long number, ByteBuffer bytes) {}

  static byte[] bytes() throws IOException {
    try (var stream = EntityType.class.getResourceAsStream("news.onnx")) {
      if (stream == null) {
        throw new IOException("no model");
      }
      return stream.readAllBytes();
    }
  }

  /** All tensors of whole numbers of one byte, by their names. */
  static Map<String, byte[]> bytesOfTensors() throws IOException {
    var all = new TreeMap<String, byte[]>();
    for (var graph : parts(ByteBuffer.wrap(bytes()), GRAPH)) {
      for (var tensor : parts(graph.bytes(), INITIALIZER)) {
        boolean whole = parts(tensor.bytes(), 2).stream().anyMatch(type -> type.number() == INT8);
        if (whole) {
          all.put(
              text(parts(tensor.bytes(), 8).get(0).bytes()),
              raw(parts(tensor.bytes(), 9).get(0).bytes()));
        }
      }
    }
    return all;
  }

  /** The pieces of the vocabulary, in order. */
  static List<String> vocabulary() throws IOException {
    for (var entry : parts(ByteBuffer.wrap(bytes()), METADATA)) {
      if (text(parts(entry.bytes(), 1).get(0).bytes()).equals("vocabulary")) {
        return Arrays.asList(text(parts(entry.bytes(), 2).get(0).bytes()).split("\n", -1));
      }
    }
    throw new IOException("no vocabulary");
  }

  private static byte[] raw(ByteBuffer buffer) {
    var bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  private static String text(ByteBuffer buffer) {
    return new String(raw(buffer), StandardCharsets.UTF_8);
  }

  private static List<Part> parts(ByteBuffer message, int field) {
    var parts = new ArrayList<Part>();
    var rest = message.duplicate();
    while (rest.hasRemaining()) {
      long key = number(rest);
      var part = part((int) (key >> 3), (int) (key & 7), rest);
      if (part.field() == field) {
        parts.add(part);
      }
    }
    return parts;
  }

  private static Part part(int field, int wire, ByteBuffer rest) {
    var nothing = ByteBuffer.allocate(0);
    if (wire == 0) {
      return new Part(field, number(rest), nothing);
    }
    int length = wire == 2 ? (int) number(rest) : wire == 5 ? 4 : 8;
    var bytes = rest.slice(rest.position(), length);
    rest.position(rest.position() + length);
    return new Part(field, 0, bytes);
  }

  private static long number(ByteBuffer rest) {
    long number = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = rest.get();
      number |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return number;
      }
    }
  }
}
