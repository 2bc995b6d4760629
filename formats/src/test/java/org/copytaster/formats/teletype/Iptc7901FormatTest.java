package org.copytaster.formats.teletype;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.copytaster.formats.copy.Copies;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Iptc7901FormatTest {

  private static final String TEXT =
      """

      Nordhafen (nhp) - Die Fähre \"Möwe\" hat am Montag nach langer Pause
      wieder abgelegt.

      Sie brachte Post.

      # Notebook
      ## Note to editors
      - adds the post
      \u0003230815 GMT Nov 26
      """;

  private final Iptc7901Format format = new Iptc7901Format();

  private static String copy(String above) {
    return "\u0001nhp0042 3 pl 120  nhp 0815\r\n\r\nShipping/ferries/\r\n\u0002"
        + above
        + TEXT.replace("\n", "\r\n");
  }

  @Test
  void everyFieldOfALeadIsRead() throws UnreadableCopyException {
    var article = Copies.only(format, copy("1st lead\r\nFerry sails again\r\nBy Nora Quill =\r\n"));

    assertThat(article.getGuid()).isEqualTo("urn:iptc7901:nhp:2026-11-23:Shipping/ferries/");
    assertThat(article.getVersion()).isEqualTo(2);
    assertThat(article.getVersionCreated()).isEqualTo(Instant.parse("2026-11-23T08:15:00Z"));
    assertThat(article.getUrgency()).isEqualTo(3);
    assertThat(article.getHeadline()).isEqualTo("Ferry sails again");
    assertThat(article.getSlugline()).isEqualTo("Shipping/ferries/");
    assertThat(article.getByline()).isEqualTo("Nora Quill");
    assertThat(article.getDateline()).isEqualTo("Nordhafen");
    assertThat(article.getCreditline()).isEqualTo("nhp");
    assertThat(article.getEdNote()).isEqualTo("- adds the post");
    assertThat(article.getSubjects().get(0).getCode()).isEqualTo("pl");
    assertThat(article.getBody())
        .isEqualTo(
            "Nordhafen (nhp) - Die Fähre \"Möwe\" hat am Montag nach langer Pause wieder"
                + " abgelegt.\n\nSie brachte Post.");
  }

  @Test
  void latin1IsReadAsSuch() throws UnreadableCopyException {
    var copy = Copies.of(copy("Ferry =\r\n").getBytes(ISO_8859_1), null, Map.of());

    assertThat(Copies.only(format, copy).getBody()).contains("Fähre \"Möwe\"");
  }

  @Test
  void killAboveTheHeadlineCancels() throws UnreadableCopyException {
    var article = Copies.only(format, copy("KILL KILL KILL\r\nFerry sails again =\r\n"));

    assertThat(article.getPubStatus()).isEqualTo(PubStatus.CANCELED);
    assertThat(article.getSignal()).isEqualTo(Signal.KILL);
  }

  @Test
  void killNamesTheStoryOfAnotherDayThatItKills() throws UnreadableCopyException {
    var kill =
        copy("KILL KILL KILL\r\nFerry =\r\n")
            .replace("Sie brachte", "Eds: Kill our story Shipping/boats/ of 21 November. Sie");

    var guids =
        format.read(Copies.of(kill)).stream()
            .map(reading -> reading.fold(t -> t.draft().getGuid(), n -> "", u -> ""))
            .toList();

    assertThat(guids)
        .containsExactly(
            "urn:iptc7901:nhp:2026-11-23:Shipping/ferries/",
            "urn:iptc7901:nhp:2026-11-21:Shipping/boats/");
  }

  @Test
  void whatTakesThePlaceOfAnotherStoryIsLinkedToIt() throws UnreadableCopyException {
    var text = copy("Ferry =\r\n");
    var named = "(Ersetzt die Meldung Shipping/boats/ vom 21.11.) Sie brachte";

    var link = Copies.only(format, text.replace("Sie brachte", named)).getSubstitutes();

    assertThat(link).extracting("guid").isEqualTo("urn:iptc7901:nhp:2026-11-21:Shipping/boats/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(Ersetzt die Meldung Shipping/ferries/.) Sie brachte",
        "(Ersetzt nicht die Meldung; nicht ersetzt Shipping/boats/.) Sie brachte",
        "(Zusammenfassung 1410) Ersetzt dpa 0412. Sie brachte",
        "Ersetzt Shipping/boats/ und replaces Shipping/crews/. Sie brachte",
        "Die neue Ersatz für Shipping Sie brachte"
      })
  void nothingIsLinkedOnDoubt(String words) throws UnreadableCopyException {
    var article = Copies.only(format, copy("Ferry =\r\n").replace("Sie brachte", words));

    assertThat(article.getSubstitutes()).isNull();
  }

  @Test
  void killInANoteInTheTextCancels() throws UnreadableCopyException {
    var copy =
        copy("Ferry =\r\n").replace("Sie brachte", "Eds: Please kill this story. Sie brachte");

    assertThat(Copies.only(format, copy).getPubStatus()).isEqualTo(PubStatus.CANCELED);
  }

  @Test
  void embargoInAVersionLineIsKeptForTheJudge() throws UnreadableCopyException {
    var article =
        Copies.only(format, copy("Sperrfrist bis zum Ablegen\r\nFerry sails again =\r\n"));

    assertThat(article.getExtra()).containsEntry("version-line", "Sperrfrist bis zum Ablegen");
  }

  @Test
  void withoutATimeTheGuidRestsOnTheHeader() throws UnreadableCopyException {
    var copy = copy("Ferry =\r\n");
    var article = Copies.only(format, copy.substring(0, copy.indexOf('\u0003')));

    assertThat(article.getGuid()).isEqualTo("urn:iptc7901:nhp:0042:Shipping/ferries/");
    assertThat(article.getVersionCreated()).isNull();
    assertThat(article.getRepairs()).contains("versionCreated:no-time");
  }

  @Test
  void proseIsNotTeletype() {
    var prose = "About 300 3 pl and other words\nfollow here.\n";

    assertThat(format.recognises(CopyHead.of(prose.getBytes(UTF_8)))).isFalse();
    assertThatThrownBy(() -> format.read(Copies.of(prose)))
        .isInstanceOf(UnreadableCopyException.class);
  }
}
