package org.copytaster.ingest.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/**
 * What Superdesk asks before it pushes an article with pictures: whether we have each, and then
 * that we take it. Pictures are acknowledged and not kept; the names of the newest are, so that
 * none is sent twice.
 */
final class Assets {

  private static final Pattern MEDIA_ID =
      Pattern.compile("name=\"media_id\"[^\r\n]*\r\n(?:[^\r\n]+\r\n)*\r\n([^\r\n]{1,500})\r\n");
  private static final int MOST_IDS = 10_000;
  private static final int HEAD = 4 * 1024;
  private static final long LARGEST = 256L * 1024 * 1024;

  private final Gate gate;
  private final Map<String, Boolean> acknowledged =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > MOST_IDS;
        }
      };

  Assets(Gate gate) {
    this.gate = gate;
  }

  /** Whether the picture was acknowledged: 200 or 404. */
  Reply find(String id) {
    synchronized (acknowledged) {
      return acknowledged.containsKey(id)
          ? json(200, "{}\n")
          : Replies.problem(404, "No such picture", "there is no picture of this name");
    }
  }

  /** Acknowledges a picture: 201. */
  Reply take(Request request) throws IOException, Refusal {
    var signature = request.getHeaders().get(Gate.SUPERDESK);
    var macs = new ArrayList<Mac>();
    var sources = gate.superdeskSources();
    sources.ifPresent(
        all ->
            all.forEach(
                source ->
                    source
                        .access()
                        .superdeskSecrets()
                        .forEach(secret -> macs.add(Signatures.superdesk(secret)))));
    if (sources.isPresent() && (signature == null || macs.isEmpty())) {
      throw Gate.unknown("a picture needs " + Gate.SUPERDESK);
    }
    var head = drain(request, macs);
    if (sources.isPresent()
        && macs.stream().noneMatch(mac -> Signatures.superdesk(mac, String.valueOf(signature)))) {
      throw Gate.unknown("the signature fits no source");
    }
    var id = MEDIA_ID.matcher(head);
    if (id.find()) {
      synchronized (acknowledged) {
        acknowledged.put(id.group(1), true);
      }
    }
    return json(201, "{}\n");
  }

  /** Reads all of it and keeps the beginning, where the name stands. */
  private static String drain(Request request, Iterable<Mac> macs) throws IOException, Refusal {
    var buffer = new byte[64 * 1024];
    var head = new StringBuilder();
    long total = 0;
    var in = Content.Source.asInputStream(request);
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      for (var mac : macs) {
        mac.update(buffer, 0, read);
      }
      if (head.length() < HEAD) {
        head.append(new String(buffer, 0, Math.min(read, HEAD - head.length()), ISO_8859_1));
      }
      total += read;
      if (total > LARGEST) {
        throw new Refusal(
            413, "Too large", "a picture must not be longer than " + LARGEST + " bytes");
      }
    }
    return head.toString();
  }

  private static Reply json(int status, String body) {
    return new Reply(status, Map.of("Content-Type", "application/json"), body);
  }
}
