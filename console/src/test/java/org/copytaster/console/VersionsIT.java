package org.copytaster.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copytaster.console.ConsoleBench.encoded;
import static org.copytaster.console.ConsoleBench.names;
import static org.copytaster.parts.testing.EnrichedSamples.kill;
import static org.copytaster.parts.testing.EnrichedSamples.usable;
import static org.copytaster.parts.testing.EnrichedSamples.withheld;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.copytaster.parts.Lane;
import org.copytaster.parts.testing.FullSample;
import org.copytaster.parts.testing.Lanes;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.ArticleLink;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.Signal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Versions of an article, what changed between them, and the articles that belong with it. */
@ExtendWith(Lanes.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VersionsIT {

  private static final String GUID = "https://example.org/news/1?part=a&b+c#ü%";
  private static final String A = "urn:chain:a";
  private static final String B = "urn:chain:b";
  private static final String C = "urn:chain:c";

  private StoreBench bench;
  private ConsoleBench console;

  @BeforeAll
  void open(Lane lane) {
    bench = new StoreBench(lane);
    console = new ConsoleBench(lane);
  }

  @AfterEach
  void clear() {
    bench.clear();
  }

  @AfterAll
  void close() {
    console.close();
    bench.close();
  }

  @Test
  void whileWithheldNothingOfEarlierVersionsIsShownOrFound() throws Exception {
    bench.store(
        usable(GUID, 1, "Zebra escapes", "A zebra left Lagos on Monday."),
        usable(GUID, 2, "Zebra is caught", "The zebra is back in Lagos since Monday."),
        withheld(GUID, 3));

    var answers =
        List.of(
            console.get(path(""), 200).toString(),
            console.get(path("/versions"), 200).toString(),
            console.get(path("/versions/1..2"), 200).toString(),
            console.get(path("/versions/2..3"), 200).toString(),
            console.get("/v1/articles", 200).toString());

    assertThat(answers)
        .allSatisfy(
            answer -> assertThat(answer).doesNotContainIgnoringCase("zebra", "Lagos", "Monday"));
    assertThat(console.get("/v1/articles?q=zebra", 200).get("articles")).isEmpty();
    assertThat(console.get("/v1/articles?entity=geo:lagos", 200).get("articles")).isEmpty();
    assertThat(console.get(path("/versions"), 200).findValuesAsText("textGone"))
        .containsExactly("withheld", "withheld", "withheld");
  }

  @Test
  void whatIsReleasedUnchangedHasItsPastAgain() throws Exception {
    bench.store(usable(GUID, 1, "Zebra escapes"), withheld(GUID, 2));
    bench.store(usable(GUID, 3, "Zebra escapes"));

    assertThat(console.get("/v1/articles?q=zebra", 200).get("articles")).hasSize(1);
    var versions = console.get(path("/versions"), 200).get("versions");
    assertThat(versions.findValuesAsText("contentHash"))
        .containsExactly("hash-3", "hash-2", "hash-1");
    assertThat(versions.findValuesAsText("headline"))
        .containsExactly("Zebra escapes", "Zebra escapes");
    assertThat(versions.at("/1/textGone").asText()).isEqualTo("withheld");
    var same = console.get(path("/versions/1..3"), 200);
    assertThat(List.of(same.get("fields"), same.get("sentences"))).allMatch(JsonNode::isEmpty);
    assertThat(console.get(path("/versions/1..2"), 200).at("/to/textGone").asText())
        .isEqualTo("withheld");
  }

  @Test
  void holdThatEndsInAKillLeavesNoTextAndNamesTheSubstitute() throws Exception {
    bench.store(usable(A, 1, "Zebra escapes"), withheld(A, 2));
    bench.store(with(kill(A, 3, "it was a horse"), a -> a.setSubstitutedBy(link(B, null))));

    var before = console.get("/v1/articles/" + A, 200);
    assertThat(before.at("/chain/substitutedBy/0/guid").asText()).isEqualTo(B);
    assertThat(before.at("/chain/substitutedBy/0/stored").asBoolean(true)).isFalse();
    assertThat(bench.tables().count("select count(*) from article_versions where text <> ''"))
        .isZero();

    bench.store(usable(B, 1, "Horse escapes"));
    var after = console.get("/v1/articles/" + A, 200).at("/chain/substitutedBy/0");
    assertThat(after.get("headline").asText()).isEqualTo("Horse escapes");
    assertThat(console.get("/v1/articles/" + B, 200).at("/chain/substitutes/0/pubStatus").asText())
        .isEqualTo("CANCELED");
    assertThat(console.get("/v1/articles/" + A + "/versions", 200).findValuesAsText("textGone"))
        .containsExactly("killed", "killed", "killed");
  }

  @Test
  void substituteThatSaysSoIsFoundFromWhatItReplacesWhicheverCameFirst() throws Exception {
    bench.store(with(usable(B, 1, "Horse escapes"), a -> a.setSubstitutes(link(A, 1))));
    assertThat(
            console.get("/v1/articles/" + B, 200).at("/chain/substitutes/0/stored").asBoolean(true))
        .isFalse();

    bench.store(withheld(A, 1));

    assertThat(console.get("/v1/articles/" + A, 200).at("/chain/substitutedBy/0/headline").asText())
        .isEqualTo("Horse escapes");
    assertThat(console.get("/v1/articles/" + B, 200).at("/chain/substitutes/0/pubStatus").asText())
        .isEqualTo("WITHHELD");
  }

  @Test
  void ancestorsAreWholeOnceTheMissingOneCame() throws Exception {
    bench.store(with(usable(C, 1, "Third"), a -> a.setEvolvedFrom(link(B, 1))));
    bench.store(usable(A, 1, "First"));
    assertThat(guids(C, "evolvedFrom")).containsExactly(B);

    bench.store(with(usable(B, 1, "Second"), a -> a.setEvolvedFrom(link(A, null))));

    assertThat(guids(C, "evolvedFrom")).containsExactly(B, A);
    assertThat(guids(B, "evolvedInto")).containsExactly(C);
    assertThat(guids(A, "evolvedInto")).containsExactly(B);
  }

  @Test
  void linkHoldsUntilALaterVersionStatesAnother() throws Exception {
    bench.store(
        with(usable(C, 1, "One"), a -> a.setEvolvedFrom(link(A, null))), usable(C, 2, "Two"));
    assertThat(guids(C, "evolvedFrom")).containsExactly(A);

    bench.store(
        with(usable(C, 3, "Three"), a -> a.setEvolvedFrom(link(B, null))), usable(A, 1, "A"));

    assertThat(guids(C, "evolvedFrom")).containsExactly(B);
    assertThat(console.get("/v1/articles/" + A, 200).has("chain")).isFalse();
  }

  @Test
  void circleEndsAndNothingIsLinkedToItself() throws Exception {
    bench.store(
        with(usable(A, 1, "A"), a -> a.setEvolvedFrom(link(C, 1)).setSubstitutes(link(A, null))),
        with(usable(B, 1, "B"), a -> a.setEvolvedFrom(link(A, 1)).setSubstitutes(link(A, 1))),
        with(usable(C, 1, "C"), a -> a.setEvolvedFrom(link(B, 1)).setCorrects(link(C, 1))));

    assertThat(guids(A, "evolvedFrom")).containsExactly(C, B);
    assertThat(guids(A, "substitutes")).isEmpty();
    assertThat(guids(A, "substitutedBy")).containsExactly(B);
    assertThat(guids(C, "corrects")).isEmpty();
  }

  @Test
  void versionComesAfterTheNextLowerOneHoweverLateThatCame() throws Exception {
    bench.store(
        usable(GUID, 5, "Five"),
        with(usable(GUID, 7, "Seven"), a -> a.setSignal(Signal.CORRECTION).setCorrective(true)));
    assertThat(version(7).at("/evolvedFrom/version").asInt()).isEqualTo(5);

    bench.store(usable(GUID, 6, "Six"));

    assertThat(version(7).at("/evolvedFrom/version").asInt()).isEqualTo(6);
    assertThat(version(7).at("/corrects/version").asInt()).isEqualTo(6);
    assertThat(version(7).at("/corrects/by").asText()).isEqualTo("history");
    assertThat(version(7).get("corrective").asBoolean()).isTrue();
    bench.store(with(usable(GUID, 8, "Eight"), a -> a.setEvolvedFrom(link(GUID, 5))));
    assertThat(version(8).at("/evolvedFrom/version").asInt()).isEqualTo(5);
    assertThat(version(8).at("/evolvedFrom/by").asText()).isEqualTo("copy");
  }

  @Test
  void twoVersionsAreComparedEitherWay() throws Exception {
    bench.store(
        usable(GUID, 1, "Quake kills 12", "It left 12 dead in Lagos. Aid is on its way."),
        usable(GUID, 2, "Quake kills 15", "It left 15 dead in Lagos. Monday is a day of grief."));

    var difference = console.get(path("/versions/1..2"), 200);

    assertThat(difference.at("/fields/0/field").asText()).isEqualTo("headline");
    assertThat(difference.at("/figures/0/from").asText()).isEqualTo("12");
    assertThat(difference.at("/figures/0/to").asText()).isEqualTo("15");
    assertThat(difference.at("/sentences/0/edits/1/text").asText()).isEqualTo("12");
    assertThat(difference.get("sentences").findValuesAsText("change"))
        .startsWith("changed", "removed", "added");
    assertThat(difference.at("/dates/0/to/value").asText()).isEqualTo("2026-03-09");
    assertThat(console.get(path("/versions/2..1"), 200).at("/figures/0/to").asText())
        .isEqualTo("12");
    assertThat(console.described("/components/schemas/Difference/properties"))
        .containsAll(names(difference));
  }

  @Test
  void versionsArePagedAndDescribed() throws Exception {
    var versions = new EnrichedArticle[3_000];
    for (int i = 0; i < versions.length; i++) {
      versions[i] = with(usable(GUID, i + 1, "Take"), a -> a.setEvolvedFrom(link(A, null)));
    }
    bench.store(versions);
    bench.store(usable(A, 1, "A"), FullSample.article(B));
    var found = new ArrayList<String>();

    for (var page = console.get(path("/versions?limit=200"), 200); ; ) {
      found.addAll(page.get("versions").findValuesAsText("headline"));
      if (!page.has("next")) {
        break;
      }
      page = console.get(path("/versions?limit=200&after=" + page.get("next").asText()), 200);
    }

    assertThat(found).hasSize(3_000);
    assertThat(guids(A, "evolvedInto")).containsExactly(GUID);
    var full = console.get("/v1/articles/" + B + "/versions", 200).at("/versions/0");
    assertThat(console.described("/components/schemas/ListedVersion/properties"))
        .containsAll(names(full));
  }

  @Test
  void manyThatNameOneAreCut() throws Exception {
    var heirs = new EnrichedArticle[130];
    for (int i = 0; i < heirs.length; i++) {
      heirs[i] = with(usable("urn:heir:" + i, 1, "Heir"), a -> a.setEvolvedFrom(link(A, 1)));
    }
    bench.store(heirs);
    bench.store(usable(A, 1, "A"));

    assertThat(guids(A, "evolvedInto")).hasSize(100);
    assertThat(console.get("/v1/articles/" + A, 200).at("/chain/more").asBoolean()).isTrue();
  }

  @Test
  void longestGuidsAreLinked() throws Exception {
    var random = new Random(7);
    var from = longGuid(random);
    var to = longGuid(random);

    bench.store(with(usable(from, 1, "Heir"), a -> a.setEvolvedFrom(link(to, 1))));
    bench.store(usable(to, 1, "First"));

    assertThat(guids(encoded(to), "evolvedInto")).containsExactly(from);
  }

  private static String longGuid(Random random) {
    return random
        .ints(512, 0x4e00, 0x9fff)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void everySignalIsStored() throws Exception {
    for (var signal : Signal.values()) {
      var guid = "urn:signal:" + signal;
      bench.store(with(usable(guid, 1, "Take"), a -> a.setSignal(signal)));
      assertThat(
              console
                  .get("/v1/articles/" + guid + "/versions", 200)
                  .at("/versions/0/signal")
                  .asText())
          .isEqualTo(signal.name());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/versions/1..1, 400",
    "/versions/0..1, 400",
    "/versions/1..9999999999, 400",
    "/versions/1..3, 404",
    "/versions/1-2, 404",
    "/versions?limit=0, 400",
    "/versions?limit=201, 400",
    "/versions?after=x, 400",
    "/versions?colour=red, 400",
    "/versions?limit=1&limit=2, 400",
  })
  void oddQuestionsAreAnswered(String question, int status) throws Exception {
    bench.store(usable(GUID, 1, "One"), usable(GUID, 2, "Two"));

    assertThat(console.get(path(question), status).get("status").asInt()).isEqualTo(status);
  }

  @Test
  void unknownArticleHasNoVersions() throws Exception {
    assertThat(console.get("/v1/articles/urn:none/versions", 404).get("status").asInt())
        .isEqualTo(404);
    assertThat(console.get("/v1/articles/a%00b/versions", 400).get("status").asInt())
        .isEqualTo(400);
  }

  private static ArticleLink link(String guid, @Nullable Integer version) {
    return new ArticleLink(guid, version);
  }

  private static EnrichedArticle with(EnrichedArticle enriched, Consumer<Article.Builder> change) {
    var article = Article.newBuilder(enriched.getArticle());
    change.accept(article);
    return EnrichedArticle.newBuilder(enriched).setArticle(article.build()).build();
  }

  private JsonNode version(int number) throws Exception {
    for (var version : console.get(path("/versions"), 200).get("versions")) {
      if (version.get("version").asInt() == number) {
        return version;
      }
    }
    throw new AssertionError("no version " + number);
  }

  private List<String> guids(String guid, String place) throws Exception {
    return console
        .get("/v1/articles/" + guid, 200)
        .path("chain")
        .path(place)
        .findValuesAsText("guid");
  }

  private static String path(String rest) {
    return "/v1/articles/" + encoded(GUID) + rest;
  }
}
