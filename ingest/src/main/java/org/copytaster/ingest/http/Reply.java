package org.copytaster.ingest.http;

import java.util.Map;

/** An HTTP answer before it is sent. */
record Reply(int status, Map<String, String> headers, String body) {

  Reply {
    headers = Map.copyOf(headers);
  }
}
