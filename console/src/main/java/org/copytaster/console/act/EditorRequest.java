package org.copytaster.console.act;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLDecoder;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/** Reads what editors send: each part is bounded, and what is odd is refused with a reason. */
public final class EditorRequest {

  private static final int LONGEST_GUID = 1_000;

  private EditorRequest() {}

  /**
   * Lets one method through.
   *
   * @throws RefusedException for all others, with 405
   */
  public static void allow(Request request, Response response, String method)
      throws RefusedException {
    if (!request.getMethod().equals(method)) {
      response.getHeaders().put(HttpHeader.ALLOW, method);
      throw new RefusedException(405, "only " + method + " is understood here");
    }
  }

  /**
   * A parameter of the query; null if it is not there.
   *
   * @throws RefusedException if it is given twice or cannot be read
   */
  public static @Nullable String parameter(Request request, String name) throws RefusedException {
    try {
      var values = Request.extractQueryParameters(request).getValuesOrEmpty(name);
      if (values.size() > 1) {
        throw RefusedException.bad(name, "must be given once");
      }
      return values.isEmpty() ? null : values.get(0);
    } catch (HttpException.RuntimeException | IllegalArgumentException e) {
      throw RefusedException.bad("query", "must be UTF-8 in percent signs");
    }
  }

  /**
   * How many are asked for.
   *
   * @param most also what counts where nothing is said
   */
  public static int limit(@Nullable String limit, int most) throws RefusedException {
    if (limit == null) {
      return most;
    }
    if (!limit.matches("[1-9]\\d{0,2}") || Integer.parseInt(limit) > most) {
      throw RefusedException.bad("limit", "must be a whole number from 1 to " + most);
    }
    return Integer.parseInt(limit);
  }

  /**
   * A guid in a path. A path is not a form: a plus sign in it is a plus sign.
   *
   * @throws RefusedException if no article could have it
   */
  public static String guid(String segment) throws RefusedException {
    try {
      var guid = URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
      boolean odd = guid.codePoints().anyMatch(c -> Character.isISOControl(c) || c == ' ');
      if (guid.isBlank() || guid.length() > LONGEST_GUID || odd) {
        throw RefusedException.bad("guid", "is none that an article could have");
      }
      return guid;
    } catch (IllegalArgumentException e) {
      throw RefusedException.bad("guid", "must be UTF-8 in percent signs");
    }
  }

  /**
   * The body, which is JSON or nothing.
   *
   * @throws RefusedException if it is anything else, is too long, or does not come
   */
  public static byte[] body(Request request) throws RefusedException {
    try (var in = Content.Source.asInputStream(request)) {
      var body = in.readNBytes(ActRequest.LARGEST + 1);
      if (body.length > ActRequest.LARGEST) {
        throw new RefusedException(413, "the body is longer than an act can be");
      }
      var type = String.valueOf(request.getHeaders().get(HttpHeader.CONTENT_TYPE));
      if (body.length > 0 && !type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
        throw new RefusedException(415, "the body must be application/json");
      }
      return body;
    } catch (IOException e) {
      throw new RefusedException(400, "the body did not come whole");
    }
  }
}
