package org.copytaster.console.act;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers editors where nobody has said who they are: nobody may see or do anything. */
final class ClosedHandler extends Handler.Abstract {

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (!ActHandler.here(request.getHttpURI().getPath())) {
      return false;
    }
    ActReplies.refused(
        response,
        callback,
        new RefusedException(
            403, "nobody may see or do this here: COPYTASTER_CONSOLE_EDITORS is not set"));
    return true;
  }
}
