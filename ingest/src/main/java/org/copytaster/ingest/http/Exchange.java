package org.copytaster.ingest.http;

import org.copytaster.runtime.OpsServer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A request and where its answer goes. */
record Exchange(Request request, Response response, Callback callback) {

  /** Sends a whole answer, which ends it. */
  void send(Reply reply) {
    OpsServer.send(response, callback, reply.status(), reply.headers(), reply.body());
  }
}
