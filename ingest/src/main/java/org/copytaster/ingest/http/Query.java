package org.copytaster.ingest.http;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * What is said in the query of a push.
 *
 * @param fields of the article, by their names
 * @param source the name of the source, or null
 * @param dryRun whether nothing is to be published
 */
record Query(Map<String, String> fields, @Nullable String source, boolean dryRun) {

  /**
   * Reads it.
   *
   * @throws RequestRefusedException with 400 if it is not written as a query is
   */
  static Query of(Request request) throws RequestRefusedException {
    var fields = new HashMap<String, String>();
    try {
      Request.extractQueryParameters(request)
          .forEach(field -> fields.put(field.getName(), field.getValue()));
    } catch (HttpException.RuntimeException | IllegalArgumentException e) {
      throw new RequestRefusedException(
          400,
          "The article cannot be taken",
          "the copy was sent with a query that is not UTF-8 in percent signs");
    }
    var dryRun = fields.remove("dry_run");
    if (dryRun != null && !dryRun.equals("true") && !dryRun.equals("false")) {
      throw new RequestRefusedException(
          400, "The article cannot be taken", "dry_run must be true or false");
    }
    return new Query(fields, fields.remove("source"), "true".equals(dryRun));
  }
}
