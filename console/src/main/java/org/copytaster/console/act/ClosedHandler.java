package org.copytaster.console.act;

import java.util.function.Predicate;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers editors where nobody has said who they are: nobody may see or do anything. */
final class ClosedHandler extends Handler.Abstract {

  private final Predicate<@Nullable String> here;

  /**
   * @param here whether a path is one that it answers
   */
  ClosedHandler(Predicate<@Nullable String> here) {
    this.here = here;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (!here.test(request.getHttpURI().getPath())) {
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
