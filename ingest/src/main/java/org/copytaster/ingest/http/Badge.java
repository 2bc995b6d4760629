package org.copytaster.ingest.http;

import java.security.cert.X509Certificate;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * What a request shows at the gate before its body.
 *
 * @param certificate what the client has proven to own, signed by an authority that is trusted; or
 *     null
 */
record Badge(HttpFields headers, @Nullable X509Certificate certificate) {

  static Badge of(Request request) {
    var session = request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE);
    var shown = session instanceof EndPoint.SslSessionData tls ? tls.peerCertificates() : null;
    return new Badge(request.getHeaders(), shown == null || shown.length == 0 ? null : shown[0]);
  }
}
