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
record ShownCredentials(HttpFields headers, @Nullable X509Certificate certificate) {

  static ShownCredentials of(Request request) {
    var session = request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE);
    var shown = session instanceof EndPoint.SslSessionData tls ? tls.peerCertificates() : null;
    return new ShownCredentials(
        request.getHeaders(), shown == null || shown.length == 0 ? null : shown[0]);
  }
}
