package org.copytaster.standalone;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.copytaster.parts.testing.leak.Marks;

/**
 * A collector of traces: takes OTLP over HTTP and keeps the spans. Reads protobuf as far as that
 * takes, by the field numbers of {@code trace.proto}.
 */
final class TraceReceiver implements AutoCloseable {

  /**
   * A span as it was sent.
   *
   * @param parent the id of the span before; empty for the first of a trace
   * @param said names and values of its attributes, numbers as text
   * @param links the traces that it names
   */
  record Received(
      String service,
      String trace,
      String id,
      String parent,
      String name,
      Map<String, String> said,
      List<String> links) {}

  private final List<Received> spans = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  TraceReceiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/traces", this::take);
    server.start();
  }

  /** What {@code COPYTASTER_OTLP_ENDPOINT} is to be. */
  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What came of a trace so far. */
  List<Received> of(String trace) {
    return spans.stream().filter(span -> span.trace().equals(trace)).toList();
  }

  List<Received> all() {
    return spans;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    var packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    try (exchange;
        var body = exchange.getRequestBody();
        var plain = packed ? new GZIPInputStream(body) : body) {
      var bytes = plain.readAllBytes();
      Marks.refuse("a span", new String(bytes, ISO_8859_1));
      for (var resource : fields(bytes, 1)) {
        var service = attributes(fields(resource, 1).get(0), 1).getOrDefault("service.name", "");
        for (var scope : fields(resource, 2)) {
          fields(scope, 2).forEach(span -> spans.add(span(service, span)));
        }
      }
      exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private static Received span(String service, byte[] span) {
    return new Received(
        service,
        hex(span, 1),
        hex(span, 2),
        hex(span, 4),
        text(span, 5),
        attributes(span, 9),
        fields(span, 13).stream().map(link -> hex(link, 1)).toList());
  }

  private static Map<String, String> attributes(byte[] message, int number) {
    var said = new TreeMap<String, String>();
    for (var pair : fields(message, number)) {
      var value = fields(pair, 2).get(0);
      var texts = fields(value, 1);
      said.put(
          text(pair, 1),
          texts.isEmpty()
              ? fields(value, 3).stream().map(n -> "" + varint(ByteBuffer.wrap(n))).toList().get(0)
              : new String(texts.get(0), UTF_8));
    }
    return said;
  }

  private static String hex(byte[] message, int number) {
    return fields(message, number).stream().map(HexFormat.of()::formatHex).findFirst().orElse("");
  }

  private static String text(byte[] message, int number) {
    return new String(fields(message, number).get(0), UTF_8);
  }

  /** The values of one field, in order; a number as it is written. */
  private static List<byte[]> fields(byte[] message, int number) {
    var found = new ArrayList<byte[]>();
    var in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
    while (in.hasRemaining()) {
      long tag = varint(in);
      var value =
          switch ((int) (tag & 7)) {
            case 0 -> written(varint(in));
            case 1 -> bytes(in, 8);
            case 2 -> bytes(in, (int) varint(in));
            case 5 -> bytes(in, 4);
            default -> throw new IllegalStateException("no protobuf: " + tag);
          };
      if (tag >>> 3 == number) {
        found.add(value);
      }
    }
    return found;
  }

  private static byte[] bytes(ByteBuffer in, int length) {
    var bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = in.get();
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalStateException("no protobuf: a number is too long");
  }

  private static byte[] written(long value) {
    var out = new ByteArrayOutputStream();
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
    return out.toByteArray();
  }
}
