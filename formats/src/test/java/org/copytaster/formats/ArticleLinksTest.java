package org.copytaster.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.copytaster.formats.copy.Copies;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.ArticleLink;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Signal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What copy in any format says of the articles that it carries on, corrects or takes the place of.
 */
class ArticleLinksTest {

  private static final Formats FORMATS = new Formats();

  private static Article only(String copy, String format) throws UnreadableCopyException {
    var readings =
        FORMATS.read(Copies.of(copy.getBytes(UTF_8), null, Map.of()), new Hints("", null, format));
    assertThat(readings).hasSize(1);
    return ((Reading.Text) readings.get(0)).draft().build();
  }

  private static List<String> links(Article article) {
    var links = new ArrayList<String>();
    add(links, "evolvedFrom", article.getEvolvedFrom());
    add(links, "substitutes", article.getSubstitutes());
    add(links, "substitutedBy", article.getSubstitutedBy());
    add(links, "corrects", article.getCorrects());
    return links;
  }

  private static void add(List<String> links, String name, @Nullable ArticleLink link) {
    if (link != null) {
      var version = link.getVersion() == null ? "" : " " + link.getVersion();
      links.add(name + " " + link.getGuid() + version);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "irel:previousVersion, urn:a 0003, evolvedFrom urn:a 3",
    "http://cv.iptc.org/newscodes/itemrelation/evolvedFrom, urn:b, evolvedFrom urn:b",
    "irel:replaces, urn:b 2, substitutes urn:b 2",
    "irel:replacedBy, urn:b, substitutedBy urn:b",
    "irel:corrects, urn:b 2, corrects urn:b 2",
  })
  void linkOfANewsItemIsReadByItsRelation(String rel, String target, String expected)
      throws Exception {
    var parts = target.split(" ", 2);
    var article =
        only(
            g2(
                "<link rel='%s' residref='%s' version='%s'/>"
                    .formatted(rel, parts[0], parts.length > 1 ? parts[1] : "")),
            "newsml-g2");

    assertThat(links(article)).containsExactly(expected);
  }

  @Test
  void otherLinksOfANewsItemStayInExtra() throws Exception {
    var article = only(g2("<link rel='irel:seeAlso' residref='urn:z'/>"), "newsml-g2");

    assertThat(links(article)).isEmpty();
    assertThat(article.getExtra().get("link")).contains("urn:z");
  }

  @Test
  void correctiveOfANewsItemIsAFact() throws Exception {
    var article = only(g2("<signal qcode='sig:corrective'/>"), "newsml-g2");

    assertThat(article.getSignal()).isEqualTo(Signal.CORRECTION);
    assertThat(article.getCorrective()).isTrue();
    assertThat(only(g2("<signal qcode='sig:correction'/>"), "newsml-g2").getCorrective()).isNull();
  }

  @Test
  void holdOfANewsItemIsASignal() throws Exception {
    var article = only(g2("<signal qcode='sig:withhold'/>"), "newsml-g2");

    assertThat(article.getSignal()).isEqualTo(Signal.WITHHOLD);
    assertThat(article.getPubStatus()).isEqualTo(PubStatus.WITHHELD);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'evolvedfrom': 'urn:a' | evolvedFrom urn:a",
        "'rewrite_of': 'urn:a' | evolvedFrom urn:a",
        "'evolvedFrom': {'uri': 'urn:a', 'version': '4'} | evolvedFrom urn:a 4",
        "'evolvedfrom': ['urn:a'] | evolvedFrom urn:a",
        "'rewritten_by': 'urn:b' | substitutedBy urn:b",
        "'replaces': 'urn:b' | substitutes urn:b",
        "'corrects': 'urn:b' | corrects urn:b",
      })
  void linkOfANinjsItemIsRead(String field, String expected) throws Exception {
    assertThat(links(only(ninjs(field), "ninjs"))).containsExactly(expected);
  }

  @Test
  void whatNamesNoArticleStaysInExtra() throws Exception {
    var article = only(ninjs("'replaces': true, 'evolvedfrom': ['urn:a', 'urn:b']"), "ninjs");

    assertThat(links(article)).isEmpty();
    assertThat(article.getExtra()).containsKeys("replaces", "evolvedfrom");
  }

  @Test
  void guidThatNoDeskWouldTakeStaysInExtra() throws Exception {
    var article = only(ninjs("'evolvedfrom': '" + "x".repeat(513) + "'"), "ninjs");

    assertThat(links(article)).isEmpty();
    assertThat(article.getExtra()).containsKey("evolvedFrom");
  }

  @Test
  void rewriteOfSuperdesksArchiveIsRead() throws Exception {
    var article =
        only(
            """
        {"guid": "urn:s:2", "family_id": "urn:s:1", "unique_name": "#1", "_current_version": 3,
         "headline": "Talks", "body_html": "<p>They talked.</p>", "rewrite_of": "urn:s:1",
         "type": "text", "state": "published"}
        """,
            "superdesk");

    assertThat(links(article)).containsExactly("evolvedFrom urn:s:1");
  }

  @Test
  void previousRevisionOfNewsMlIsTheVersionBefore() throws Exception {
    assertThat(links(only(newsml("PreviousRevision='2'", ""), "newsml-1.2")))
        .containsExactly("evolvedFrom urn:newsml:merle.example:20260302:9 2");
    assertThat(
            links(
                only(
                    newsml(
                        "PreviousRevision='0'",
                        "<DerivedFrom NewsItem='urn:newsml:merle.example:20260301:8:4N'/>"),
                    "newsml-1.2")))
        .containsExactly("evolvedFrom urn:newsml:merle.example:20260301:8 4");
  }

  @Test
  void correctionOfNitfNamesWhatItCorrects() throws Exception {
    var article =
        only(
            """
        <nitf><head><docdata><doc-id id-string="urn:n:2"/>
        <correction info="name" id-string="urn:n:1"/></docdata></head>
        <body><body.head><hedline><hl1>Talks</hl1></hedline></body.head>
        <body.content><p>They talked.</p></body.content></body></nitf>
        """,
            "nitf");

    assertThat(links(article)).containsExactly("corrects urn:n:1");
    assertThat(article.getSignal()).isEqualTo(Signal.CORRECTION);
  }

  @Test
  void ownJsonNamesThemByGuidOrByGuidAndVersion() throws Exception {
    var article =
        only(
            """
        {"guid": "urn:j:2", "body": "They talked.", "evolvedFrom": "urn:j:1", "corrective": true,
         "corrects": {"guid": "urn:j:2", "version": 1}, "substitutes": {"guid": "urn:j:0"},
         "substitutedBy": null, "signal": "withhold"}
        """,
            "json");

    assertThat(links(article))
        .containsExactly("evolvedFrom urn:j:1", "substitutes urn:j:0", "corrects urn:j:2 1");
    assertThat(article.getCorrective()).isTrue();
    assertThat(article.getSignal()).isEqualTo(Signal.WITHHOLD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"corrects\": {\"version\": 1}",
        "\"corrects\": []",
        "\"corrects\": {\"guid\": 1}",
        "\"corrects\": {\"guid\": \"urn:a\", \"version\": 1.5}",
        "\"corrects\": {\"guid\": \"urn:a\", \"note\": 1}",
        "\"corrective\": \"often\""
      })
  void ownJsonThatNamesNoArticleIsRefused(String field) {
    assertThatThrownBy(
            () -> only("{\"guid\": \"urn:j:2\", \"body\": \"x\", " + field + "}", "json"))
        .isInstanceOf(UnreadableCopyException.class);
  }

  private static String g2(String meta) {
    return """
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:a" version="4">
        <itemMeta><itemClass qcode="ninat:text"/><pubStatus qcode="stat:usable"/>%s</itemMeta>
        <contentMeta><headline>Talks</headline></contentMeta>
        <contentSet><inlineXML contenttype="application/xhtml+xml">
        <html xmlns="http://www.w3.org/1999/xhtml"><body><p>They talked.</p></body></html>
        </inlineXML></contentSet></newsItem>
        """
        .formatted(meta);
  }

  private static String ninjs(String field) {
    return ("{'uri': 'urn:n', 'version': '2', 'type': 'text', 'headline': 'Talks',"
            + " 'body_text': 'They talked.', "
            + field
            + "}")
        .replace('\'', '"');
  }

  private static String newsml(String revision, String management) {
    return "<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>merle.example</ProviderId>"
        + "<DateId>20260302</DateId><NewsItemId>9</NewsItemId><RevisionId "
        + revision
        + ">3</RevisionId><PublicIdentifier>urn:newsml:merle.example:20260302:9:3</PublicIdentifier>"
        + "</NewsIdentifier></Identification><NewsManagement><Status FormalName='Usable'/>"
        + management
        + "</NewsManagement><NewsComponent><NewsLines><HeadLine>Talks</HeadLine>"
        + "</NewsLines><ContentItem><DataContent><p>They talked.</p></DataContent></ContentItem>"
        + "</NewsComponent></NewsItem></NewsML>";
  }
}
