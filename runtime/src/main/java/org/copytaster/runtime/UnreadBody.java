package org.copytaster.runtime;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Says {@code Connection: close} on an answer that is given before the whole body of its request
 * has come. The server ends such a connection in any case, but looks for the rest of the body only
 * when the answer is out: a client that was told nothing sends its next request into the end.
 */
final class UnreadBody extends Response.Wrapper {

  UnreadBody(Request request, Response response) {
    super(request, response);
  }

  @Override
  public void write(boolean last, ByteBuffer content, Callback callback) {
    if (last && !isCommitted() && !waits() && !getRequest().consumeAvailable()) {
      getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
    }
    super.write(last, content, callback);
  }

  /** Whether the client sends its body only when it is told to; the server sees to those. */
  private boolean waits() {
    return getRequest().getHeaders().contains(HttpHeader.EXPECT);
  }
}
