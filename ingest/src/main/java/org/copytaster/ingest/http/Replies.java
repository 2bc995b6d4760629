package org.copytaster.ingest.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copytaster.formats.copy.FieldProblem;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.ingest.desk.Answer;
import org.copytaster.ingest.desk.Preview;
import org.copytaster.ingest.desk.ReceiptTrail;
import org.copytaster.schemas.json.RecordJson;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Life;

/** What is answered over HTTP, as JSON. */
final class Replies {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final RecordJson ARTICLE =
      RecordJson.of(Article.getClassSchema()).withoutEmptyText();
  private static final RecordJson LIFE = RecordJson.of(Life.getClassSchema()).without("stated");
  private static final String RETRY_SECONDS = "5";

  /** Of the answers for the items of one piece of copy; after it there are only statuses. */
  private static final int MOST_CHARACTERS = 4 * 1024 * 1024;

  private Replies() {}

  /** The answer of the desk as a reply. */
  static Reply of(Answer answer) {
    return answer.fold(
        new Answer.Cases<>(
            accepted -> receipt(202, accepted.trail()),
            repeated -> receipt(200, repeated.trail()),
            Replies::conflict,
            rejected -> unreadable(rejected.problems()),
            forbidden -> forbidden(forbidden.problem()),
            Replies::notText,
            unknown -> problem(415, "Unknown format", unknown.problem().sentence()),
            busy -> tooMany(),
            away -> unavailable(away.reason())));
  }

  /** What would become of an item: 200 with the article, or its problems beside it. */
  static Reply of(Preview preview) {
    var body = JSON.createObjectNode();
    if (preview.notText() != null) {
      body.put("stage", "NOT_TEXT").put("reason", "holds no text: it is " + preview.notText());
    }
    var article = preview.article();
    if (article != null) {
      body.set("article", ARTICLE.tree(article));
    }
    errors(body, preview.problems());
    return reply(200, body, Map.of("Content-Type", "application/json"));
  }

  /**
   * The answers for all items of one piece of copy: of one item its reply, of several a list of
   * theirs, in the order of the copy, as 207 unless all say the same.
   */
  static Reply together(List<Reply> replies) {
    if (replies.size() == 1) {
      return replies.get(0);
    }
    var statuses = replies.stream().map(Reply::status).distinct().toList();
    var body = JSON.createObjectNode();
    var list = body.putArray("answers");
    for (var reply : bounded(replies)) {
      list.addObject().put("status", reply.status()).setAll(tree(reply));
    }
    var headers = new HashMap<>(replies.get(0).headers());
    headers.remove("Location");
    headers.put("Content-Type", "application/json");
    return reply(statuses.size() == 1 ? statuses.get(0) : 207, body, headers);
  }

  /** The same, but without bodies once there is more of them than anybody reads. */
  static List<Reply> bounded(List<Reply> replies) {
    var bounded = new ArrayList<Reply>();
    long characters = 0;
    for (var reply : replies) {
      characters += reply.body().length();
      bounded.add(
          characters <= MOST_CHARACTERS ? reply : new Reply(reply.status(), reply.headers(), "{}"));
    }
    return bounded;
  }

  /** A reply as one line of JSON, with the number of what it answers. */
  static byte[] line(String name, int number, Reply reply) {
    var line = JSON.createObjectNode().put(name, number).put("status", reply.status());
    line.setAll(tree(reply));
    return (line + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode tree(Reply reply) {
    try {
      return (ObjectNode) JSON.readTree(reply.body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was written as JSON is JSON", e);
    }
  }

  /** 200: it was understood, and there is nothing to publish. */
  private static Reply notText(Answer.NotText notText) {
    var body = JSON.createObjectNode();
    if (!notText.guid().isEmpty()) {
      body.put("guid", notText.guid());
    }
    body.put("stage", "NOT_TEXT").put("reason", "holds no text: it is " + notText.what());
    return reply(200, body, Map.of("Content-Type", "application/json"));
  }

  /** What became of an article, with where to ask again. */
  static Reply receipt(int status, ReceiptTrail trail) {
    var body = JSON.createObjectNode();
    body.put("id", trail.key().id());
    body.put("guid", trail.key().guid());
    body.put("version", trail.key().version());
    step(body, trail.last());
    if (trail.life() != null) {
      body.set("life", LIFE.tree(trail.life()));
    }
    var history = body.putArray("history");
    trail.steps().forEach(step -> step(history.addObject(), step));
    return reply(
        status,
        body,
        Map.of("Content-Type", "application/json", "Location", location(trail.key().id())));
  }

  /** 400, with every field that is wrong. */
  static Reply unreadable(List<FieldProblem> problems) {
    return withErrors(400, "The article cannot be taken", problems);
  }

  private static Reply withErrors(int status, String title, List<FieldProblem> problems) {
    var body = body(status, title, UnreadableCopyException.sentence(problems));
    errors(body, problems);
    return reply(status, body, PROBLEM);
  }

  private static void errors(ObjectNode body, List<FieldProblem> problems) {
    var errors = body.putArray("errors");
    problems.forEach(
        problem ->
            errors.addObject().put("field", problem.field()).put("reason", problem.reason()));
  }

  private static Reply forbidden(FieldProblem problem) {
    return withErrors(403, "Not this source's", List.of(problem));
  }

  /** Any other problem. */
  static Reply problem(int status, String title, String detail) {
    return reply(status, body(status, title, detail), PROBLEM);
  }

  static Reply unavailable(String reason) {
    return later(503, "Not available now", reason + "; try again");
  }

  private static Reply tooMany() {
    return later(429, "Too many at once", "too many articles wait for the broker; try again");
  }

  private static Reply conflict(Answer.Conflict conflict) {
    return problem(
        409,
        "Other content under the same version",
        "version %d of %s came before with other content; a change needs a higher version"
            .formatted(conflict.version(), conflict.guid()));
  }

  /** A problem that passes. */
  static Reply later(int status, String title, String detail) {
    return reply(
        status,
        body(status, title, detail),
        Map.of("Content-Type", "application/problem+json", "Retry-After", RETRY_SECONDS));
  }

  private static final Map<String, String> PROBLEM =
      Map.of("Content-Type", "application/problem+json");

  private static ObjectNode body(int status, String title, String detail) {
    return JSON.createObjectNode()
        .put("type", "about:blank")
        .put("title", title)
        .put("status", status)
        .put("detail", detail);
  }

  private static void step(ObjectNode into, ReceiptTrail.Step step) {
    into.put("stage", step.stage().name());
    into.put("time", step.time().toString());
    if (step.reason() != null) {
      into.put("reason", step.reason());
    }
    into.put("writtenBy", step.writtenBy());
  }

  private static String location(String id) {
    return "/v1/receipts/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  private static Reply reply(int status, ObjectNode body, Map<String, String> headers) {
    try {
      var text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(body);
      return new Reply(status, headers, text + "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON tree is always writable", e);
    }
  }
}
