package org.copytaster.console.letter;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Set;
import org.copytaster.console.act.Editor;
import org.copytaster.console.act.EditorRequest;
import org.copytaster.console.act.RefusedException;
import org.copytaster.schemas.Wording;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Reads from a request what is to be done with a letter. */
final class LetterOrder {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final Set<String> FIELDS = Set.of("reason", "force");

  private LetterOrder() {}

  /**
   * The order of an editor.
   *
   * @throws RefusedException with what is wrong
   */
  static LetterDesk.Order read(LetterDesk.Kind kind, Editor editor, Request request)
      throws RefusedException {
    var body = tree(EditorRequest.body(request));
    for (var names = body.fieldNames(); names.hasNext(); ) {
      if (!FIELDS.contains(names.next())) {
        throw new RefusedException(400, "the body may have reason and force, no more");
      }
    }
    var force = body.path("force");
    if (!force.isMissingNode() && !force.isBoolean()) {
      throw RefusedException.bad("force", "must be true or false");
    }
    return new LetterDesk.Order(
        kind,
        editor.name(),
        Request.getRemoteAddr(request),
        reason(body.path("reason")),
        force.asBoolean());
  }

  private static @Nullable String reason(JsonNode field) throws RefusedException {
    if (field.isMissingNode() || field.isNull()) {
      return null;
    }
    if (!field.isTextual() || field.textValue().length() > Wording.LONGEST_REASON) {
      throw RefusedException.bad(
          "reason", "must be a text of at most " + Wording.LONGEST_REASON + " characters");
    }
    var reason = Wording.plain(field.textValue().strip(), Wording.LONGEST_REASON);
    return reason.isEmpty() ? null : reason;
  }

  private static JsonNode tree(byte[] body) throws RefusedException {
    try {
      var tree = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
      if (!tree.isObject()) {
        throw new RefusedException(400, "the body must be an object of JSON");
      }
      return tree;
    } catch (IOException e) {
      throw new RefusedException(400, "the body is not valid JSON");
    }
  }
}
