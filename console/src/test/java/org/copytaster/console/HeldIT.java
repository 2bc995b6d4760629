package org.copytaster.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.copytaster.parts.testing.Requests.json;
import static org.copytaster.parts.testing.Requests.send;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.parts.testing.Requests;
import org.copytaster.runtime.Secret;
import org.copytaster.runtime.described.KeyHash;
import org.copytaster.schemas.record.ActKind;
import org.copytaster.schemas.record.ActOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Who sees what is held, who acts on it, and what is answered. */
@ExtendWith(Lanes.class)
class HeldIT {

  private static final String GUID = "urn:news/1%?ä";

  @TempDir private Path directory;

  @Test
  void withoutEditorsNobodySeesOrDoesAnything(Lane lane) throws Exception {
    new StoreBench(lane).close(); // the tables are there
    try (var console = new ConsoleBench(lane)) {
      var answer = send(Requests.get(console.uri("/v1/held").toString()));
      var act =
          send(
              Requests.post(
                  console.uri("/v1/held/a/release").toString(), "application/json", "{}"));

      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(act.statusCode()).isEqualTo(403);
      assertThat(json(answer).path("detail").asText())
          .isEqualTo("nobody may see or do this here: COPYTASTER_CONSOLE_EDITORS is not set");
    }
  }

  @Test
  void onlyWhoMaySeesAndActs(Lane lane) throws Exception {
    try (var bench = new HeldBench(lane, directory)) {
      assertThat(bench.get("/v1/held", null))
          .returns(401, HttpResponse::statusCode)
          .matches(answer -> answer.headers().firstValue("WWW-Authenticate").isPresent());
      assertThat(bench.get("/v1/held", KeyHash.newKey()).statusCode()).isEqualTo(401);
      assertThat(listed(bench, bench.guest)).isEmpty();
      for (var kind : List.of("release", "extend", "hold")) {
        var refused = send(bench.act(GUID, kind, bench.guest, "{}"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(json(refused).path("detail").asText()).contains("it needs " + kind);
        assertThat(send(bench.act(GUID, kind, null, "{}")).statusCode()).isEqualTo(401);
      }
      assertThat(bench.acts(0)).isEmpty();
    }
  }

  @Test
  void editorsComeAndGoWithTheirFiles(Lane lane) throws Exception {
    try (var bench = new HeldBench(lane, directory)) {
      var late = KeyHash.newKey();
      bench.editor("late", late, "see-held");
      await().until(() -> bench.get("/v1/held", late).statusCode() == 200);
      Files.delete(directory.resolve("late.yaml"));
      await().until(() -> bench.get("/v1/held", late).statusCode() == 401);
    }
  }

  @Test
  void theListIsReadWholeAtTheStartAndFollowsAndComesInParts(Lane lane) throws Exception {
    try (var bench = new HeldBench(lane, directory)) {
      bench.hold("urn:gone", HeldBench.state("urn:gone", 0));
      for (int i = 20; i > 0; i--) {
        bench.hold("urn:" + i, HeldBench.state("urn:" + i, i));
      }
      bench.hold("urn:gone", null);
      await().until(() -> count(bench) == 20);
      try (var second = new HeldBench(lane, Files.createDirectory(directory.resolve("b")))) {
        await().until(() -> count(second) == 20);
      }

      var guids = new ArrayList<String>();
      var next = "";
      do {
        var part = json(bench.get("/v1/held?limit=7" + next, bench.desk));
        part.path("held").forEach(each -> guids.add(each.path("guid").asText()));
        next = part.has("next") ? "&after=" + part.path("next").asText() : "";
      } while (!next.isEmpty());

      assertThat(guids).hasSize(20).startsWith("urn:1", "urn:2").endsWith("urn:20");
    }
  }

  @Test
  void anActIsAnsweredWithWhatTheGateDecided(Lane lane) throws Exception {
    try (var bench = new HeldBench(lane, directory)) {
      listed(bench, bench.desk);
      var body =
          "{\"until\":\"2030-01-01T13:00:00+01:00\",\"version\":3,\"reason\":\"legal\\nasks\"}";
      var answer = CompletableFuture.supplyAsync(() -> sent(bench, "extend", "key one", body));
      var act = bench.acts(1).get(0);
      bench.decide(act, ActOutcome.APPLIED);

      assertThat(act)
          .returns(GUID, each -> each.getGuid())
          .returns(ActKind.EXTEND, each -> each.getKind())
          .returns(3, each -> each.getVersion())
          .returns(HeldBench.NOON, each -> each.getUntil())
          .returns("desk", each -> each.getBy())
          .returns("127.0.0.1", each -> each.getFrom())
          .returns("legal\\u000aasks", each -> each.getReason());
      var first = answer.join();
      await().until(() -> bench.get("/v1/acts/" + act.getId(), bench.desk).statusCode() == 200);
      assertThat(json(bench.get("/v1/acts/" + act.getId(), bench.desk)).path("result").asText())
          .isEqualTo("applied");
      assertThat(first.statusCode()).isIn(200, 202);
      assertThat(json(first).path("id").asText()).isEqualTo(act.getId());

      var again = sent(bench, "extend", "key one", body);
      var other = sent(bench, "release", "key one", "{}");

      assertThat(again.statusCode()).isEqualTo(200);
      assertThat(json(again).path("id").asText()).isEqualTo(act.getId());
      assertThat(other.statusCode()).isEqualTo(422);
      assertThat(bench.acts(1)).as("it is asked for once").hasSize(1);
    }
  }

  @Test
  void whatTheGateRefusesAndWhatItHasNotDecided(Lane lane) throws Exception {
    try (var bench = new HeldBench(lane, directory)) {
      listed(bench, bench.desk);
      var pending = sent(bench, "hold", "a", "{}");
      assertThat(pending.statusCode()).isEqualTo(202);
      assertThat(json(pending).path("result").asText()).isEqualTo("pending");
      var act = bench.acts(1).get(0);
      bench.decide(act, ActOutcome.REFUSED);
      await().until(() -> sent(bench, "hold", "a", "{}").statusCode() == 409);

      var refused = json(sent(bench, "hold", "a", "{}"));
      assertThat(refused.path("result").asText()).isEqualTo("refused");
      assertThat(refused.path("why").asText()).isEqualTo("because");
    }
  }

  @Test
  void oddRequestsAreRefusedWithAReasonAndLeaveNoAct(Lane lane) throws Exception {
    try (var bench = new HeldBench(lane, directory)) {
      for (var body :
          List.of(
              "[]",
              "{",
              "{} {}",
              "{\"until\":\"2030-01-01T12:00:00Z\"}",
              "{\"version\":1.5}",
              "{\"version\":\"1\"}",
              "{\"headline\":\"x\"}",
              "{\"reason\":\"" + "x".repeat(301) + "\"}",
              "[".repeat(10_000))) {
        assertThat(send(bench.act(GUID, "release", bench.desk, body)).statusCode())
            .as(body.substring(0, Math.min(30, body.length())))
            .isEqualTo(400);
      }
      for (var until :
          List.of("", "noon", "2030-01-01", "2030-01-01T12:00:00", "+999999999-01-01T00:00:00Z")) {
        var body = "{\"until\":\"" + until + "\"}";
        assertThat(send(bench.act(GUID, "extend", bench.desk, body)).statusCode()).isEqualTo(400);
      }
      assertThat(send(bench.act(GUID, "extend", bench.desk, "{}")).statusCode()).isEqualTo(400);
      assertThat(send(bench.act(GUID, "hold", bench.desk, " ".repeat(20_000))).statusCode())
          .isEqualTo(413);
      assertThat(send(bench.act("a b", "hold", bench.desk, "{}")).statusCode()).isEqualTo(400);
      assertThat(send(bench.act(GUID, "delete", bench.desk, "{}")).statusCode()).isEqualTo(404);
      assertThat(bench.get("/v1/held/a/release", bench.desk).statusCode()).isEqualTo(405);
      assertThat(bench.get("/v1/held?after=xyz", bench.desk).statusCode()).isEqualTo(400);
      assertThat(bench.get("/v1/held?limit=0", bench.desk).statusCode()).isEqualTo(400);
      assertThat(
              send(bench
                      .act(GUID, "hold", bench.desk, "{}")
                      .setHeader("Content-Type", "text/plain"))
                  .statusCode())
          .isEqualTo(415);
      assertThat(bench.acts(0)).isEmpty();
    }
  }

  @Test
  void aPageOfAnotherOriginCannotAct(Lane lane) throws Exception {
    try (var bench = new HeldBench(lane, directory)) {
      var act = bench.act(GUID, "release", bench.desk, "{}").header("Origin", "https://evil.test");

      assertThat(send(act).statusCode()).isEqualTo(403);
      assertThat(bench.acts(0)).isEmpty();
    }
  }

  private static HttpResponse<String> sent(HeldBench bench, String kind, String key, String body) {
    try {
      return send(bench.act(GUID, kind, bench.desk, body).header("Idempotency-Key", key));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode listed(HeldBench bench, Secret key) throws Exception {
    await().until(() -> bench.get("/v1/held", key).statusCode() == 200);
    return json(bench.get("/v1/held", key)).path("held");
  }

  private static int count(HeldBench bench) throws Exception {
    var answer = bench.get("/v1/held", bench.desk);
    return answer.statusCode() == 200 ? json(answer).path("count").asInt() : -1;
  }
}
