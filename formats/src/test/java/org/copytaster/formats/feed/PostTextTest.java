package org.copytaster.formats.feed;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<p>[dropcap]M[/dropcap]ord in Halle.</p>|Mord in Halle.",
        "<p>[vc_row][vc_column_text css=\"a\"]Es kostet.[/vc_column_text][/vc_row]</p>|Es kostet.",
        "<p>Die Bahn.</p>[gallery ids=&#8221;1,2&#8243;][gallery]|Die Bahn.",
        "<p>Ein Bad.</p>[su_button url=\"x\"]Kaufen[/su_button][embed]https://a.b/c[/embed]|Ein Bad.",
        "<p>El [sic] paro [1], dice [nombre cambiado] y [update: x].</p>"
            + "|El [sic] paro [1], dice [nombre cambiado] y [update: x].",
        "<p>Use [[gallery]] so.</p>|Use [[gallery]] so.",
        "<p>[embed] without an end.</p>|[embed] without an end.",
      })
  void shortcodesAreNoTextAndBracketsAre(String html, String text) {
    assertThat(PostText.paragraphs(html).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<p>Fin.</p><div class='sharedaddy sd-block'><h3>Partager :</h3><li>X</li></div>|Fin.",
        "<p>Slut.</p><div class='yarpp yarpp-related'><p>Relaterat</p></div>|Slut.",
        "<p>Note.</p><p class='quote-inline'>RE: <a href='https://a.b/1'>a.b/1</a></p>|Note.",
        "<p>Aus.</p><p>Der Beitrag <a href='https://a.b/c'>Bad</a> erschien zuerst auf"
            + " <a href='https://a.b/?utm=1'>Blatt</a>.</p>|Aus.",
        "<p>Fin.</p><p>L’article <a href='http://a.b/x/c/'>Le pont</a> est apparu en premier sur"
            + " <a href='http://a.b/x'>Le Jour</a>.</p>|Fin.",
        "<p>終わり。</p><p>投稿 <a href='https://a.b/c'>橋</a> は <a href='https://a.b/'>新聞</a>"
            + " に最初に表示されました。</p>|終わり。",
        "<p>It is <a href='https://a.b/c'>here</a>, said <a href='https://x.y'>him</a>.</p>"
            + "|It is here, said him.",
      })
  void boxesAndTheSignOffAreNoText(String html, String text) {
    assertThat(PostText.paragraphs(html).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Choveu muito. <a href='u'>Leia mais</a>|Choveu muito.",
        "<p>Es brennt … <a href='u'>[Weiterlesen …]</a></p>|Es brennt …",
        "<p>Storm hits.</p><p><a href='u'>Read more »</a></p>|Storm hits.",
        "<p>You can <a href='u'>read more</a></p>|You can read more",
        "<p>Done. <a href='u'>Read more</a> in the report.</p>|Done. Read more in the report.",
      })
  void linkToTheWholeTextIsNoText(String html, String text) {
    assertThat(PostText.paragraphs(html).text()).isEqualTo(text);
  }

  @Test
  void aMillionBracketsTakeNoLongTime() {
    var hostile = "[embed][/x][embed][a b=".repeat(50_000) + "[/embed]";

    assertTimeoutPreemptively(ofSeconds(20), () -> PostText.paragraphs(hostile));
  }
}
