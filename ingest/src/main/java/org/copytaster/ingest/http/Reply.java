package org.copytaster.ingest.http;

import java.util.HashMap;
import java.util.Map;

/** An HTTP answer before it is sent. */
record Reply(int status, Map<String, String> headers, String body) {

  Reply {
    headers = Map.copyOf(headers);
  }

  /** The same with more headers. */
  Reply with(Map<String, String> more) {
    var all = new HashMap<>(headers);
    all.putAll(more);
    return new Reply(status, all, body);
  }

  /** Whether the same request may be answered otherwise later. */
  boolean passing() {
    return status == 408 || status == 429 || status >= 500;
  }
}
