package org.copytaster.ingest.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

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

  /**
   * A taker of a picture, which is acknowledged with 201.
   *
   * @throws RequestRefusedException with 401 if nobody could have signed it
   */
  BodyTaker take(Request request) throws RequestRefusedException {
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
    return new Picture(macs, sources.isPresent() ? signature : null);
  }

  /** Keeps the beginning, where the name stands, and reckons signatures over all of it. */
  private final class Picture implements BodyTaker {
    private final List<Mac> macs;
    private final @Nullable String signature;
    private final StringBuilder head = new StringBuilder();
    private long total;

    /** With a signature that one of the MACs must come to, or null if none is needed. */
    Picture(List<Mac> macs, @Nullable String signature) {
      this.macs = macs;
      this.signature = signature;
    }

    @Override
    public void take(ByteBuffer part) throws RequestRefusedException {
      total += part.remaining();
      if (total > LARGEST) {
        throw new RequestRefusedException(
            413, "Too large", "a picture must not be longer than " + LARGEST + " bytes");
      }
      macs.forEach(mac -> mac.update(part.duplicate()));
      var begin = new byte[Math.min(part.remaining(), HEAD - head.length())];
      part.get(begin);
      head.append(new String(begin, ISO_8859_1));
    }

    @Override
    public void end(Exchange to) throws RequestRefusedException {
      if (signature != null
          && macs.stream().noneMatch(mac -> Signatures.superdesk(mac, signature))) {
        throw Gate.unknown("the signature fits no source");
      }
      var id = MEDIA_ID.matcher(head);
      if (id.find()) {
        synchronized (acknowledged) {
          acknowledged.put(id.group(1), true);
        }
      }
      to.send(json(201, "{}\n"));
    }

    @Override
    public void letGo() {
      macs.clear();
    }
  }

  private static Reply json(int status, String body) {
    return new Reply(status, Map.of("Content-Type", "application/json"), body);
  }
}
