package org.copytaster.ingest.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.copytaster.formats.copy.FieldProblem;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.ArticleLink;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Zone;
import org.copytaster.schemas.record.ZoneSpan;
import org.junit.jupiter.api.Test;

class ArticleRulesTest {

  @Test
  void aPlainArticleIsGood() {
    assertThat(ArticleRules.problems(article().build())).isEmpty();
  }

  @Test
  void onlyAKillMayComeWithoutABody() {
    assertThat(reasons(article().setBody(" ")))
        .contains("is missing; only a kill may come without one");
    assertThat(reasons(article().setBody("").setPubStatus(PubStatus.CANCELED))).isEmpty();
  }

  @Test
  void aGuidHasNoBlanksOrControlCharacters() {
    assertThat(fields(article().setGuid("a b"))).containsExactly("guid");
    assertThat(fields(article().setGuid("a\nb"))).containsExactly("guid");
    assertThat(fields(article().setGuid("x".repeat(513)))).containsExactly("guid");
  }

  @Test
  void aLinkKeepsToTheRulesOfGuidsSinceItOutlivesTheText() {
    assertThat(fields(article().setCorrects(new ArticleLink("a b", 1))))
        .containsExactly("corrects");
    assertThat(fields(article().setSubstitutes(new ArticleLink("", null))))
        .containsExactly("substitutes");
    assertThat(fields(article().setSubstitutedBy(new ArticleLink("x".repeat(513), null))))
        .containsExactly("substitutedBy");
    assertThat(fields(article().setEvolvedFrom(new ArticleLink("urn:a", 0))))
        .containsExactly("evolvedFrom");
    assertThat(fields(article().setEvolvedFrom(new ArticleLink("urn:a", 1)))).isEmpty();
  }

  @Test
  void textWithoutMeaningIsRefusedWithItsPlace() {
    assertThat(reasons(article().setBody("ab\u0000")))
        .containsExactly("must not contain U+0000, as at offset 2");
    assertThat(reasons(article().setHeadline("a\ud83d")))
        .containsExactly("must not contain half of a surrogate pair, as at offset 1");
    assertThat(reasons(article().setBody("a\ud83d\ude00b"))).isEmpty();
  }

  @Test
  void zonesLieInOrderWithinTheBody() {
    assertThat(fields(article().setZones(List.of(zone(0, 2), zone(1, 3))))).contains("zones");
    assertThat(fields(article().setZones(List.of(zone(0, 99))))).contains("zones");
    assertThat(fields(article().setZones(List.of(zone(0, 2), zone(2, 4))))).isEmpty();
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    assertThat(fields(article().setGuid("").setVersion(0).setUrgency(10).setSource("a b")))
        .containsExactly("guid", "version", "urgency", "source");
  }

  @Test
  void theContentHashLeavesOutWhatTheSourceDidNotSay() {
    var one = article().setSource("a").setReceivedAt(java.time.Instant.EPOCH).build();
    var other = article().setSource("b").setReceivedAt(java.time.Instant.now()).build();

    assertThat(ContentHash.of(one)).isEqualTo(ContentHash.of(other)).hasSize(64);
    assertThat(ContentHash.of(article().setBody("else").build())).isNotEqualTo(ContentHash.of(one));
  }

  private static Article.Builder article() {
    return Article.newBuilder().setGuid("urn:test:1").setBody("body").setSource("test");
  }

  private static ZoneSpan zone(int begin, int end) {
    return ZoneSpan.newBuilder().setBegin(begin).setEnd(end).setZone(Zone.BODY).build();
  }

  private static List<String> fields(Article.Builder article) {
    return ArticleRules.problems(article.build()).stream().map(FieldProblem::field).toList();
  }

  private static List<String> reasons(Article.Builder article) {
    return ArticleRules.problems(article.build()).stream().map(FieldProblem::reason).toList();
  }
}
