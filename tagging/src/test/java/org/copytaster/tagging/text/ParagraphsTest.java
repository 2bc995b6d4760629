package org.copytaster.tagging.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which lines of a text belong to one paragraph. */
class ParagraphsTest {

  @Test
  void anIndentOpensAParagraphOfWrappedCopy() {
    var paragraphs =
        of(
            """
               OSLO (AP) _ The chairman of the harbour board, Anna Maria
            Berg, resigned on Friday after a report said that Northern
            Freight Services had been paid twice.
               The company denied it.
               Neither the mayor nor the lawyer of the company, Lars
            Holm, could be reached by telephone on Friday evening.
            """);

    assertThat(paragraphs).hasSize(3);
    assertThat(paragraphs.get(0)).contains("Anna Maria\nBerg").endsWith("paid twice.");
    assertThat(paragraphs.get(1)).isEqualTo("The company denied it.");
    assertThat(paragraphs.get(2)).contains("Lars\nHolm");
  }

  @Test
  void aTabIsAnIndent() {
    assertThat(
            of(
                """
                \tThe chairman of the harbour board, who came in May, resigned
                on Friday after a report that nobody had seen before.
                \tThe company denied it and said that it would go to court for
                what it called a campaign.
                """))
        .hasSize(2);
  }

  @Test
  void aShortLineEndsAParagraphWhereNothingIsSetIn() {
    assertThat(
            of(
                """
                The chairman of the harbour board, Anna Maria Berg, said that
                she would resign on Friday after a report that nobody had seen
                before.
                Nobody could be reached at the office of the company, Northern
                Freight Services, which is in the old town of the city.
                """))
        .hasSize(2)
        .last()
        .asString()
        .contains("Northern\nFreight");
  }

  @Test
  void aParagraphOfTwoLinesGoesOnWithACapitalWhereTheTextIsWrapped() {
    assertThat(
            of(
                """
                The chairman of the harbour board resigned on Friday after a
                report that nobody had seen before came to light.

                She was followed by the former head of the company, Lars Erik
                Holm of Bergen.
                """))
        .hasSize(2)
        .last()
        .asString()
        .contains("Lars Erik\nHolm");
  }

  @Test
  void copyInColumnsOfEightyIsJoinedAsWell() {
    assertThat(
            of(
                """
                     The finance minister said on Monday that the budget would be balanced
                in two years, and that neither the Ministry of Social Affairs nor the Royal
                Library would be spared.
                     He gave no figures.
                """))
        .hasSize(2);
  }

  @Test
  void blockThatIsSetInAsAWholeIsNoRowOfParagraphs() {
    assertThat(
            of(
                """
                    The finance minister said on Monday that the budget would
                    be balanced in two years, and that neither the ministry
                    nor the Royal Library would be spared.
                """))
        .hasSize(1);
  }

  @Test
  void aListIsNotJoined() {
    assertThat(
            of(
                """
                Best actor: Lars Erik Holm, The Long Way Home to the Sea
                Best actress: Anna Maria Berg, Night over the Old Town
                Best picture: The Long Way Home to the Sea, Northern Films
                """))
        .hasSize(3);
  }

  @Test
  void rowsOfATableAreNotJoinedInWrappedCopy() {
    var paragraphs =
        of(
            """
               The home side won for the third time in a row and went to
            the top of the table, ahead of the visitors on goals, since
            they had more.
            Brann Bergen           12    8    2    2    24:10     26
            Rosenborg Trondheim    12    8    1    3    22:11     25
            """);

    assertThat(paragraphs).hasSize(3);
  }

  @Test
  void linesOfAPageAreParagraphs() {
    assertThat(
            of(
                """
                The chairman of the harbour board resigned on Friday.
                She said that she would go to court for what she called a campaign against her family and her friends.
                Read more about it on our site.
                The company denied it.
                """))
        .hasSize(4);
  }

  @Test
  void aDateThatIsWrappedIsNoRow() {
    assertThat(
            of(
                """
                   The chairman of the harbour board has been in office since
                1 May 1996.
                """))
        .hasSize(1);
  }

  @Test
  void aLineOfMillionsOfBlanksIsReadOnce() {
    var text = "a".repeat(60) + "\n" + " ".repeat(2_000_000) + "b\n";

    assertThat(of(text.repeat(3))).hasSize(6);
  }

  private static List<String> of(String characters) {
    return Paragraphs.of(characters).in(new Span(0, characters.length())).stream()
        .map(span -> span.surface(characters))
        .toList();
  }
}
