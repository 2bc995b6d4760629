package org.copytaster.ingest.http;

import java.util.function.IntConsumer;
import org.copytaster.runtime.OpsServer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * A request and where its answer goes.
 *
 * @param told is given the status of each answer, before it is sent
 */
record Exchange(Request request, Response response, Callback callback, IntConsumer told) {

  /** Sends a whole answer, which ends it. */
  void send(Reply reply) {
    told.accept(reply.status());
    OpsServer.send(response, callback, reply.status(), reply.headers(), reply.body());
  }
}
