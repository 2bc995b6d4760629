package org.copytaster.formats.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.copytaster.formats.copy.Copies;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Signal;
import org.junit.jupiter.api.Test;

class MailFormatTest {

  private static final String MAIL =
      """
      Message-ID: <ferry.1@mail.example>
      Date: Mon, 23 Nov 2026 09:30:00 +0100
      From: Nora Quill <nora@mail.example>
      Subject: =?ISO-8859-1?Q?F=E4hre?= sails
      Keywords: ferries, mail
      X-Priority: 1 (Highest)
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary="outer"

      --outer
      Content-Type: multipart/alternative; boundary="inner"

      --inner
      Content-Type: text/plain; charset=us-ascii

      The plain words.
      --inner
      Content-Type: text/html; charset=iso-8859-1
      Content-Transfer-Encoding: quoted-printable

      <p>The F=E4hre sailed.</p><p>It brought =
      mail.</p>
      --inner--
      --outer
      Content-Type: image/png; name="ferry.png"
      Content-Disposition: attachment; filename="ferry.png"
      Content-Transfer-Encoding: base64

      AAAA
      --outer--
      """;

  private final MailFormat format = new MailFormat();

  @Test
  void everyFieldIsRead() throws UnreadableCopyException {
    var article = Copies.only(format, MAIL);

    assertThat(article.getGuid()).isEqualTo("mid:ferry.1@mail.example");
    assertThat(article.getVersionCreated()).isEqualTo(Instant.parse("2026-11-23T08:30:00Z"));
    assertThat(article.getHeadline()).isEqualTo("Fähre sails");
    assertThat(article.getCreditline()).isEqualTo("Nora Quill <nora@mail.example>");
    assertThat(article.getUrgency()).isEqualTo(1);
    assertThat(article.getSubjects()).extracting("name").containsExactly("ferries", "mail");
    assertThat(article.getExtra()).containsEntry("attachment", "ferry.png");
    assertThat(article.getBody()).isEqualTo("The Fähre sailed.\n\nIt brought mail.");
  }

  @Test
  void mailWithoutAnIdHasTheSameGuidWheneverItIsRead() throws UnreadableCopyException {
    var mail = MAIL.replace("Message-ID: <ferry.1@mail.example>\n", "");

    assertThat(Copies.only(format, mail).getGuid())
        .startsWith("urn:sha256:")
        .isEqualTo(Copies.only(format, mail).getGuid());
  }

  @Test
  void subjectThatKillsCancels() throws UnreadableCopyException {
    var article = Copies.only(format, MAIL.replace("Subject: ", "Subject: KILL: "));

    assertThat(article.getPubStatus()).isEqualTo(PubStatus.CANCELED);
    assertThat(article.getSignal()).isEqualTo(Signal.KILL);
  }

  @Test
  void crimeInTheSubjectIsNoKill() throws UnreadableCopyException {
    var article = Copies.only(format, MAIL.replace("Subject: ", "Subject: Kill or cure: "));

    assertThat(article.getPubStatus()).isEqualTo(PubStatus.USABLE);
  }

  @Test
  void embargoInTheSubjectIsLeftToTheJudge() throws UnreadableCopyException {
    var article = Copies.only(format, MAIL.replace("Subject: ", "Subject: EMBARGOED until noon: "));

    assertThat(article.getHeadline()).startsWith("EMBARGOED until noon: ");
    assertThat(article.getEmbargoUnread()).isFalse();
  }

  @Test
  void mailOfOnlyAPictureHoldsNoText() throws UnreadableCopyException {
    var mail =
        """
        Message-ID: <p@mail.example>
        From: nora@mail.example
        Subject: ferry
        MIME-Version: 1.0
        Content-Type: image/png

        PNG
        """;

    assertThat(format.read(Copies.of(mail)))
        .containsExactly(new Reading.NotText("mid:p@mail.example", "a mail without text"));
  }

  @Test
  void mailboxIsRefused() {
    var box = "From nora@mail.example Mon Nov 23 09:30:00 2026\n" + MAIL;

    assertThatThrownBy(() -> format.read(Copies.of(box)))
        .isInstanceOf(UnreadableCopyException.class)
        .hasMessageContaining("mbox");
  }

  @Test
  void partsWithinPartsWithoutEndAreRefused() {
    var deep = new StringBuilder("From: a@mail.example\nSubject: deep\n");
    for (int i = 0; i < 5_000; i++) {
      deep.append("Content-Type: multipart/mixed; boundary=b").append(i);
      deep.append("\n\n--b").append(i).append('\n');
    }

    assertThatThrownBy(() -> format.read(Copies.of(deep.toString())))
        .isInstanceOf(UnreadableCopyException.class)
        .hasMessageContaining("parts within parts");
  }

  @Test
  void proseWithColonsIsNoMail() {
    var prose = "Subject: ferries\nPlace: the harbor\n\nFrom: here to there, the day was long.\n";

    assertThat(format.recognises(CopyHead.of(prose.getBytes(UTF_8)))).isFalse();
    assertThat(format.recognises(CopyHead.of(MAIL.getBytes(UTF_8)))).isTrue();
  }
}
