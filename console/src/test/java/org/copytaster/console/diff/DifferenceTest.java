package org.copytaster.console.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DifferenceTest {

  /** Many times what it takes on a machine that does nothing else. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final JsonNode NOTHING = JsonNodeFactory.instance.missingNode();

  @Test
  void headlineIsAFieldAndNotASentenceToo() {
    var difference =
        Difference.between(
            headed("Quake kills 12", "Aid is on its way."),
            headed("Quake kills 15", "Aid is on its way."));

    assertThat(difference.sentences).isEmpty();
    assertThat(difference.json().at("/fields/0/edits/2/text").asText()).isEqualTo("15");
    assertThat(difference.json().at("/figures/0/to").asText()).isEqualTo("15");
  }

  @Test
  void figureThatChangesInHeadlineAndTextIsToldOnce() {
    var difference =
        Difference.between(
            headed("Quake leaves 12 dead", "It left 12 dead in town."),
            headed("Quake leaves 15 dead", "It left 15 dead in town."));

    assertThat(difference.figures).hasSize(1);
  }

  @Test
  void subjectsThatCameAndWentAreNamed() {
    var before = headed("Quake", "Aid is on its way.");
    var after = headed("Quake", "Aid is on its way.");
    ((ObjectNode) before.article()).putArray("subjects").addObject().put("name", "weather");
    ((ObjectNode) after.article()).putArray("subjects").addObject().put("code", "03000000");

    assertThat(Difference.between(before, after).json().get("fields").toString())
        .isEqualTo("[{\"field\":\"subjects\",\"from\":\"weather\",\"to\":\"03000000\"}]");
  }

  @Test
  void ofAVersionWithoutTextOnlyItsStateIsCompared() {
    var before = headed("Quake kills 12", "Aid is on its way.");
    var state = JsonNodeFactory.instance.objectNode().put("pubStatus", "WITHHELD");
    var gone = new ComparedVersion(state, "", NOTHING);

    var json = Difference.between(before, gone).json();

    assertThat(json.get("fields").findValuesAsText("field")).containsExactly("pubStatus");
    assertThat(json.toString()).doesNotContain("Quake");
  }

  @Test
  void oddZonesCostNoText() {
    var tags = JsonNodeFactory.instance.objectNode();
    var zones = tags.putArray("zones");
    zones.addObject().put("zone", "HEADLINE").put("begin", 5).put("end", 900);
    zones.addObject().put("zone", "HEADLINE").put("begin", 2).put("end", 1);
    var article = JsonNodeFactory.instance.objectNode().put("headline", "x");
    var before = new ComparedVersion(article, "Rain falls.", tags);

    assertThat(Difference.between(before, ComparedVersion.ofText("Snow.")).sentences).isNotEmpty();
  }

  @Test
  void textsThatHaveNothingInCommonAreComparedInTime() {
    compared(sentences(40_000, "alpha"), sentences(40_000, "beta"));
  }

  @Test
  void shuffledTextIsComparedInTime() {
    var shuffled = new ArrayList<>(sentences(20_000, "alpha"));
    Collections.shuffle(shuffled, new Random(7));

    assertThat(compared(sentences(20_000, "alpha"), shuffled).get("rough").asBoolean()).isTrue();
  }

  @Test
  void textThatRepeatsItselfIsComparedInTime() {
    var random = new Random(7);
    var before = random.ints(30_000, 0, 3).mapToObj(i -> "Line " + i + " is here.").toList();
    var after = random.ints(30_000, 0, 3).mapToObj(i -> "Line " + i + " is here.").toList();

    compared(before, after);
  }

  @Test
  void oneSentenceOfAMegabyteIsComparedInTime() {
    var random = new Random(7);
    var before = random.ints(150_000, 0, 900).mapToObj(i -> "w" + i).toList();
    var after = new ArrayList<>(before);
    after.set(70_000, "other");
    Collections.shuffle(after.subList(0, 40_000), random);

    compared(List.of(String.join(" ", before)), List.of(String.join(" ", after)));
  }

  @Test
  void whatStandsBehindAMillionCharactersIsNotCompared() {
    var long1 = "It rains in town. ".repeat(60_000);

    var json =
        Difference.between(
                ComparedVersion.ofText(long1 + "Snow comes."),
                ComparedVersion.ofText(long1 + "Hail comes."))
            .json();

    assertThat(json.get("comparedUpTo").asInt()).isEqualTo(1_000_000);
    assertThat(json.get("sentences")).isEmpty();
  }

  @Test
  void figuresAndDatesAndNamesWithoutEndAreComparedInTime() {
    var before = tagged(20_000, 0);
    var after = tagged(20_000, 20_000);

    var json = assertTimeout(PATIENCE, () -> Difference.between(before, after).json());

    assertThat(json.get("names")).hasSize(DifferenceJson.MOST);
    assertThat(json.get("leftOut").asInt()).isPositive();
  }

  private static ComparedVersion tagged(int many, int from) {
    var tags = JsonNodeFactory.instance.objectNode();
    var entities = tags.putArray("entities");
    var timexes = tags.putArray("timexes");
    var text = new StringBuilder();
    for (int i = from; i < from + many; i++) {
      entities.addObject().put("id", "e" + i).put("name", "Name" + i).put("type", "PER");
      timexes
          .addObject()
          .put("begin", text.length())
          .put("surface", "day" + i)
          .put("value", "" + i);
      text.append("day").append(i).append(" had ").append(i).append(" visitors in the town. ");
    }
    return new ComparedVersion(NOTHING, text.toString(), tags);
  }

  private static List<String> sentences(int many, String word) {
    return IntStream.range(0, many)
        .mapToObj(i -> "The " + word + i + " is in " + word + (i * 31) + " now.")
        .collect(Collectors.toList());
  }

  private static ObjectNode compared(List<String> before, List<String> after) {
    var from = ComparedVersion.ofText(String.join(" ", before));
    var to = ComparedVersion.ofText(String.join(" ", after));

    var json = assertTimeout(PATIENCE, () -> Difference.between(from, to).json());

    assertThat(json.toString().length()).isLessThan(5_000_000);
    return json;
  }

  private static ComparedVersion headed(String headline, String body) {
    var article = JsonNodeFactory.instance.objectNode().put("headline", headline);
    var tags = JsonNodeFactory.instance.objectNode().put("language", "en");
    tags.putArray("zones")
        .addObject()
        .put("zone", "HEADLINE")
        .put("begin", 0)
        .put("end", headline.length());
    return new ComparedVersion(article, headline + "\n\n" + body, tags);
  }
}
