package org.copytaster.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copytaster.parts.testing.Requests.get;
import static org.copytaster.parts.testing.Requests.json;
import static org.copytaster.parts.testing.Requests.send;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.parts.testing.Reading;
import org.copytaster.parts.testing.Requests;
import org.copytaster.parts.testing.leak.Marks;
import org.copytaster.schemas.Topics;
import org.copytaster.schemas.record.Receipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a receipt says of the life of its article, and what it leaves out. */
@ExtendWith(Lanes.class)
class LifeReceiptIT {

  private final Pushing ingest = new Pushing();

  @AfterEach
  void stop() {
    ingest.close();
  }

  @Test
  void aReceiptSaysWhatBecomesOfTheArticleAndByWhichWords(Lane lane) throws Exception {
    var base = ingest.start(lane);

    var answer = push(base, 1, "CORRECTS the name of the minister");

    var life = json(answer).path("life");
    assertThat(life.path("decision").asText()).isEqualTo("publish");
    assertThat(life.path("signal").asText()).isEqualTo("correction");
    var because = life.path("because").path(0);
    assertThat(because.path("field").asText()).isEqualTo("edNote");
    assertThat(because.path("words").asText()).contains("CORRECTS");
    assertThat(because.path("rule").asText()).isNotEmpty();
    assertThat(life.has("stated")).isFalse();
    assertThat(lifeOf(base, answer)).isEqualTo(life);
  }

  @Test
  void afterAKillNoReceiptOfItsGuidHasWordsOfTheCopy(Lane lane) throws Exception {
    var base = ingest.start(lane);
    var story = push(base, 1, "CORRECTS the name of the minister");

    var kill = push(base, 2, "KILL: please kill this story");

    assertThat(json(kill).path("life").path("decision").asText()).isEqualTo("kill");
    assertThat(words(json(kill).path("life"))).as("its source has them").contains("KILL");
    assertThat(words(lifeOf(base, kill))).isEmpty();
    assertThat(lifeOf(base, story).path("signal").asText()).isEqualTo("correction");
    assertThat(words(lifeOf(base, story))).isEmpty();
    assertThat(wordsOnTheTopic(lane, "urn:coast:1:2", 2)).isEmpty();
  }

  @Test
  void ofAHeldArticleOnlyWhoPushedItLearnsTheWords(Lane lane) throws Exception {
    var base = ingest.start(lane);

    var answer = push(base, 1, "EMBARGOED until 2199-01-01 12:00 GMT");

    var life = json(answer).path("life");
    assertThat(life.path("decision").asText()).isEqualTo("hold-until");
    assertThat(life.path("until").asText()).isEqualTo("2199-01-01T12:00:00Z");
    assertThat(words(life)).contains("EMBARGOED");
    assertThat(lifeOf(base, answer).path("decision").asText()).isEqualTo("hold-until");
    assertThat(words(lifeOf(base, answer))).isEmpty();
    assertThat(wordsOnTheTopic(lane, "urn:coast:1:1", 1)).isEmpty();
  }

  @Test
  void aTestUnderTheNumberOfAStoryIsNoConflictWhicheverComesFirst(Lane lane) throws Exception {
    var base = ingest.start(lane);
    var test = "TEST TEST TEST please ignore";

    var first = push(base, 1, test);
    assertThat(json(first).path("life").path("decision").asText()).isEqualTo("test");
    assertThat(push(base, 1, test).statusCode()).as("a test twice").isEqualTo(200);
    assertThat(push(base, 1, "The story").statusCode()).isEqualTo(202);
    assertThat(push(base, 1, "The story").statusCode()).as("the story twice").isEqualTo(200);
    var later = push(base, 1, test + " again");

    assertThat(later.statusCode()).isEqualTo(202);
    assertThat(json(later).path("life").path("decision").asText()).isEqualTo("test");
    assertThat(push(base, 1, "The story").statusCode()).as("still known").isEqualTo(200);
    assertThat(push(base, 1, "Another story").statusCode()).isEqualTo(409);
    assertThat(lifeOf(base, first).path("decision").asText()).isEqualTo("publish");
  }

  private static HttpResponse<String> push(String base, int version, String note) throws Exception {
    var article =
        """
        {"guid": "urn:coast:1", "version": %d, "headline": "Head", "body": "%s", "edNote": "%s"}
        """
            .formatted(version, Marks.in("body"), note);
    return send(Requests.push(base, article));
  }

  private static JsonNode lifeOf(String base, HttpResponse<String> pushed) throws Exception {
    var receipt = base + pushed.headers().firstValue("Location").orElseThrow();
    return json(send(get(receipt))).path("life");
  }

  private static String words(JsonNode life) {
    var words = new StringBuilder();
    life.path("because").forEach(because -> words.append(because.path("words").asText()));
    return words.toString();
  }

  private static String wordsOnTheTopic(Lane lane, String key, int atLeast) {
    var words = new StringBuilder();
    var topic = new Topics(lane.kafka().topicPrefix()).receipts();
    for (var record : Reading.<Receipt>records(lane.kafka(), topic, atLeast)) {
      var life = record.value().getLife();
      if (record.key().equals(key) && life != null) {
        life.getBecause().forEach(because -> words.append(because.getWords()));
      }
    }
    return words.toString();
  }
}
