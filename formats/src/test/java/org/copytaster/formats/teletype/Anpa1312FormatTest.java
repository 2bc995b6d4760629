package org.copytaster.formats.teletype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.copytaster.formats.copy.Copies;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Signal;
import org.junit.jupiter.api.Test;

class Anpa1312FormatTest {

  private static final String STORY =
      """
      ^By NORA QUILL=
      ^Harbor Press=
      \t   PORT ELLERY (HP) _ The old ``Gannet'' ferry sailed again on Monday.
      \s
      \t   It carried 3{ tons of mail.
      """;

  private final Anpa1312Format format = new Anpa1312Format();

  private Article read(String slug, String about, String end) throws UnreadableCopyException {
    return Copies.only(format, copy(slug, about, end));
  }

  private static String copy(String slug, String about, String end) {
    return "\u0016\u0016\u0001H1207\u001fharbr\nu n\u0013\u0011 BC-XX--FerrySails     11-22 0120\n\u0002^"
        + slug
        + "<\n"
        + about
        + STORY
        + "\n\t   \u0003"
        + end
        + "\n\f\n\u0004";
  }

  @Test
  void everyFieldOfALeadIsRead() throws UnreadableCopyException {
    var article =
        read(
            "BC-XX--Ferry Sails, 2nd Ld-Writethru,120",
            "^Ferry returns to Port Ellery<\n^Eds: Adds weight of mail.<\n",
            "HP-WF-11-23-26 0115GMT<");

    assertThat(article.getGuid()).isEqualTo("urn:anpa1312:HP:2026-11-22:BC-XX--Ferry:Sails");
    assertThat(article.getVersion()).isEqualTo(3);
    assertThat(article.getVersionCreated()).isEqualTo(Instant.parse("2026-11-23T01:15:00Z"));
    assertThat(article.getSignal()).isEqualTo(Signal.UPDATE);
    assertThat(article.getUrgency()).isEqualTo(3);
    assertThat(article.getHeadline()).isEqualTo("Ferry returns to Port Ellery");
    assertThat(article.getSlugline()).isEqualTo("BC-XX--Ferry Sails");
    assertThat(article.getByline()).isEqualTo("NORA QUILL");
    assertThat(article.getCreditline()).isEqualTo("Harbor Press");
    assertThat(article.getDateline()).isEqualTo("PORT ELLERY");
    assertThat(article.getEdNote()).isEqualTo("Eds: Adds weight of mail.");
    assertThat(article.getSubjects().get(0).getCode()).isEqualTo("n");
    assertThat(article.getExtra()).containsEntry("service", "H1207");
    assertThat(article.getBody())
        .isEqualTo(
            "PORT ELLERY (HP) \u2014 The old \u201cGannet\u201d ferry sailed again on Monday.\n\n"
                + "It carried 3\u00bd tons of mail.");
    assertThat(article.getRepairs()).isEmpty();
  }

  @Test
  void killAfterMidnightHitsWhatItKills() throws UnreadableCopyException {
    var story = read("BC-XX--Ferry Sails,120", "^Ferry sails<\n", "HP-WF-11-22-26 2350GMT<");
    var kill = read("BC-XX--Ferry Sails, KILL", "^BULLETIN KILL<\n", "HP-WF-11-23-26 0010GMT<");

    assertThat(kill.getGuid()).isEqualTo(story.getGuid());
    assertThat(kill.getPubStatus()).isEqualTo(PubStatus.CANCELED);
    assertThat(kill.getSignal()).isEqualTo(Signal.KILL);
  }

  @Test
  void killOfAStoryOfAnotherDayKillsItToo() throws UnreadableCopyException {
    var story = read("BC-XX--Old Ferry", "^Ferry sails<\n", "HP-WF-11-22-26 2350GMT<");

    var kill =
        copy(
            "BC-XX--Ferry Sails, KILL",
            "^BULLETIN KILL<\n^EDITORS: Kill BC-XX--Old Ferry, H1201, sent Nov. 22.<\n",
            "HP-WF-11-24-26 0010GMT<");
    var later = kill.replace(" 11-22 0120", " 11-24 0120");

    assertThat(guids(later))
        .containsExactly(
            "CANCELED urn:anpa1312:HP:2026-11-24:BC-XX--Ferry:Sails",
            "CANCELED " + story.getGuid());
  }

  @Test
  void storyThatNamesAnotherWithoutAKillIsOne() throws UnreadableCopyException {
    assertThat(
            guids(
                copy(
                    "BC-XX--Ferry Sails",
                    "^Eds: Withdraws picture of BC-XX--Old Ferry, H1201, sent Nov. 21.<\n",
                    "HP-WF-11-22-26 2350GMT<")))
        .containsExactly("USABLE urn:anpa1312:HP:2026-11-22:BC-XX--Ferry:Sails");
  }

  private List<String> guids(String copy) throws UnreadableCopyException {
    return format.read(Copies.of(copy)).stream()
        .map(
            reading ->
                reading.fold(
                    text -> text.draft().build().getPubStatus() + " " + text.draft().getGuid(),
                    notText -> "",
                    unreadable -> ""))
        .toList();
  }

  @Test
  void substituteIsLinkedToTheStoryThatItNames() throws UnreadableCopyException {
    var story = read("BC-XX--Old Ferry", "^Ferry sails<\n", "HP-WF-11-22-26 2350GMT<");

    var sub =
        read(
            "BC-XX--Ferry Sails",
            "^Ferry sails<\n^Eds: SUBS BC-XX--Old Ferry, H1201, sent Nov. 22.<\n",
            "HP-WF-11-22-26 2355GMT<");

    assertThat(sub.getSubstitutes()).extracting("guid").isEqualTo(story.getGuid());
    assertThat(sub.getPubStatus()).isEqualTo(PubStatus.USABLE);
  }

  @Test
  void paragraphsThatAreChangedAreNoStoryThatIsReplaced() throws UnreadableCopyException {
    var article =
        read(
            "BC-XX--Ferry Sails",
            "^Ferry sails<\n^Eds: SUBS 5th graf. Does not replace BC-XX--Old Ferry. SUBS H1201.<\n",
            "HP-WF-11-22-26 2350GMT<");

    assertThat(article.getSubstitutes()).isNull();
  }

  @Test
  void killThatOnlyANoteSpeaksOfIsHeeded() throws UnreadableCopyException {
    var article =
        read(
            "BC-XX--Ferry Sails",
            "^Ferry sails<\n^Eds: The ferry story has been withdrawn. A kill is mandatory.<\n",
            "HP-WF-11-22-26 2350GMT<");

    assertThat(article.getPubStatus()).isEqualTo(PubStatus.CANCELED);
  }

  @Test
  void noteToWithholdIsKeptForTheJudge() throws UnreadableCopyException {
    var article =
        read(
            "BC-XX--Ferry Sails",
            "^Ferry sails<\n^Eds: Hold until advised.<\n",
            "HP-WF-11-22-26 2350GMT<");

    assertThat(article.getEdNote()).contains("Hold until advised.");
    assertThat(article.getPubStatus()).isEqualTo(PubStatus.USABLE);
  }

  @Test
  void embargoInANoteIsKeptForTheJudge() throws UnreadableCopyException {
    var article =
        read(
            "BC-XX--Ferry Sails",
            "^Ferry sails<\n^Eds: Embargoed until 0600 GMT, Tuesday, Nov. 24, 2026.<\n",
            "HP-WF-11-22-26 2350GMT<");

    assertThat(article.getEdNote()).contains("Embargoed until 0600 GMT, Tuesday, Nov. 24, 2026.");
  }

  @Test
  void furtherTakeIsAnArticleOfItsOwn() throws UnreadableCopyException {
    var story = read("BC-XX--Ferry Sails,120", "^Ferry sails<\n", "HP-WF-11-22-26 2350GMT<");
    var take = read("BC-XX--Ferry Sails, 1st Add", "^Ferry sails<\n", "HP-WF-11-22-26 2355GMT<");

    assertThat(take.getGuid()).isEqualTo(story.getGuid() + ":add-1");
    assertThat(take.getVersion()).isEqualTo(1);
  }

  @Test
  void rowsOfATableStandTogether() throws UnreadableCopyException {
    var text =
        copy("BC-XX--Ferry Table", "^Crossings<\n", "HP-WF-11-22-26 2350GMT<")
            .replace(STORY, "^EAST=\n\b^;W;L;Pct\u0010\n\bPort\u0010 Ellery;3;1;.750\u0010\n");

    assertThat(Copies.only(format, text).getBody())
        .isEqualTo("EAST\n\nW\tL\tPct\nPort Ellery\t3\t1\t.750");
  }

  @Test
  void textWithoutItsEndIsReadAndFlagged() throws UnreadableCopyException {
    var whole = copy("BC-XX--Ferry Sails", "^Ferry sails<\n", "");
    var article = Copies.only(format, whole.substring(0, whole.indexOf('\u0003')));

    assertThat(article.getRepairs()).contains("teletype:no-end-of-text", "versionCreated:no-time");
    assertThat(article.getBody()).contains("3\u00bd tons");
  }

  @Test
  void unknownZoneIsFlagged() throws UnreadableCopyException {
    var article = read("BC-XX--Ferry Sails", "^Ferry sails<\n", "HP-WF-11-22-26 2350QQT<");

    assertThat(article.getRepairs()).contains("versionCreated:unknown-zone");
  }

  @Test
  void proseIsNotTeletype() {
    var prose = "u n BC-Ferry 11-22 0120\nBC is where the ferry goes.\n";

    assertThat(
            format.recognises(CopyHead.of(prose.getBytes(java.nio.charset.StandardCharsets.UTF_8))))
        .isFalse();
    assertThatThrownBy(() -> format.read(Copies.of(prose)))
        .isInstanceOf(UnreadableCopyException.class)
        .hasMessageContaining("no header");
  }
}
