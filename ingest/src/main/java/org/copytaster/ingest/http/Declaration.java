package org.copytaster.ingest.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.copytaster.formats.copy.ArticleFields;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.schemas.Wording;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * What a push says that it brings, and whether that can be: forms are no copy, and what is JSON is
 * no text. Either would become a story that shows its own braces.
 */
final class Declaration {

  private static final Set<String> FORMS =
      Set.of("application/x-www-form-urlencoded", "multipart/form-data");
  private static final String INSTEAD =
      "; send an article as application/json, or its text as text/plain with fields in the query";

  /** Names that articles in JSON have beside our own. */
  private static final Set<String> NAMES =
      Set.of("uri", "body_text", "body_html", "headlines", "bodies", "versioncreated", "pubstatus");

  private final JsonFactory json = new JsonFactory();
  private final Set<String> names = new HashSet<>(NAMES);

  Declaration() {
    new ArticleFields().names().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
  }

  /** The media type in small letters and without parameters; empty if none is said. */
  static String mediaType(HttpFields headers) {
    var header = headers.get(HttpHeader.CONTENT_TYPE);
    return header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /**
   * Refuses a form, before any of it is read: also from those who have another format set up, since
   * what it holds is not what it says.
   *
   * @throws RequestRefusedException with 415
   */
  static void refuseForms(HttpFields headers) throws RequestRefusedException {
    var type = mediaType(headers);
    if (FORMS.contains(type)) {
      throw new RequestRefusedException(
          415, "Form data", "form data (" + type + ") is no copy" + INSTEAD);
    }
  }

  /**
   * Refuses JSON that says it is a text.
   *
   * @param type as declared
   * @throws RequestRefusedException with 415
   */
  void refuseJsonAsText(String type, byte[] copy) throws RequestRefusedException {
    if (type.startsWith("text/") && isJson(copy)) {
      throw new RequestRefusedException(
          415,
          "JSON as a text",
          "the copy is JSON, but was sent as "
              + Wording.plain(type, Wording.LONGEST_NAME)
              + "; send it with Content-Type: application/json");
    }
  }

  static RequestRefusedException unknown() {
    var detail = "no format of the copy's media type is known" + INSTEAD;
    return new RequestRefusedException(415, "Unknown media type", detail);
  }

  /** A text may begin with a brace; it does not name the fields of an article, nor end as JSON. */
  private boolean isJson(byte[] copy) {
    var keys = CopyHead.of(copy).keys();
    return keys.stream().anyMatch(key -> names.contains(key.toLowerCase(Locale.ROOT)))
        || (!keys.isEmpty() && holds(copy));
  }

  /** Whether all of it is JSON values one after another. */
  private boolean holds(byte[] copy) {
    try (var parser = json.createParser(copy)) {
      JsonToken token = parser.nextToken();
      while (token != null) {
        token = parser.nextToken();
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
