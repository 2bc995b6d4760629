package org.copytaster.formats.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.copytaster.formats.copy.Copies;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Signal;
import org.junit.jupiter.api.Test;

class AtomFormatTest {

  private static final String ENTRY =
      """
      <entry>
        <id>tag:harbor.example,2026:ferry</id>
        <title type="html">Ferry &amp;amp; mail</title>
        <link href="ferry.html"/>
        <published>2026-11-23T08:00:00Z</published>
        <updated>2026-11-23T10:30:00+01:00</updated>
        <author><name>Nora Quill</name></author>
        <author><name>Tom Reed</name></author>
        <category scheme="urn:desk" term="ship" label="Shipping"/>
        <rights>Harbor Press</rights>
        <summary>In short.</summary>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The ferry sailed.</p><p>It brought mail.</p></div></content>
      </entry>
      """;

  private final AtomFormat format = new AtomFormat();

  private static String feed(String entries) {
    return "<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:at=\"http://purl.org/atompub/tombstones/1.0\""
        + " xml:lang=\"en\" xml:base=\"https://harbor.example/\"><title>Harbor</title>"
        + entries
        + "</feed>";
  }

  @Test
  void everyFieldIsRead() throws UnreadableCopyException {
    var article = Copies.only(format, feed(ENTRY));

    assertThat(article.getGuid()).isEqualTo("tag:harbor.example,2026:ferry");
    assertThat(article.getUrl()).isEqualTo("https://harbor.example/ferry.html");
    assertThat(article.getHeadline()).isEqualTo("Ferry & mail");
    assertThat(article.getFirstCreated()).isEqualTo(Instant.parse("2026-11-23T08:00:00Z"));
    assertThat(article.getVersionCreated()).isEqualTo(Instant.parse("2026-11-23T09:30:00Z"));
    assertThat(article.getByline()).isEqualTo("Nora Quill, Tom Reed");
    assertThat(article.getLanguage()).isEqualTo("en");
    assertThat(article.getUsageTerms()).isEqualTo("Harbor Press");
    assertThat(article.getSubjects().get(0).getCode()).isEqualTo("ship");
    assertThat(article.getBody()).isEqualTo("The ferry sailed.\n\nIt brought mail.");
    assertThat(article.getExtra())
        .containsEntry("summary", "In short.")
        .containsEntry("feed", "Harbor");
  }

  @Test
  void deletedEntryIsAKill() throws UnreadableCopyException {
    var article =
        Copies.only(
            format,
            feed(
                "<at:deleted-entry ref=\"tag:harbor.example,2026:ferry\""
                    + " when=\"2026-11-23T11:00:00Z\"><at:comment>Wrong ferry</at:comment></at:deleted-entry>"));

    assertThat(article.getGuid()).isEqualTo("tag:harbor.example,2026:ferry");
    assertThat(article.getPubStatus()).isEqualTo(PubStatus.CANCELED);
    assertThat(article.getSignal()).isEqualTo(Signal.KILL);
    assertThat(article.getEdNote()).isEqualTo("Wrong ferry");
  }

  @Test
  void contentElsewhereIsNoText() throws UnreadableCopyException {
    var entry =
        "<entry><id>x</id><content type=\"video/mp4\" src=\"https://harbor.example/v\"/></entry>";

    assertThat(format.read(Copies.of(feed(entry))))
        .containsExactly(new Reading.NotText("x", "an entry without text"));
  }

  @Test
  void timeThatCannotBeReadIsFlagged() throws UnreadableCopyException {
    var article = Copies.only(format, feed(ENTRY.replace("10:30:00+01:00", "noon")));

    assertThat(article.getRepairs()).contains("versionCreated:unreadable");
  }

  @Test
  void otherEntriesAreNotAtom() {
    assertThat(format.recognises(CopyHead.of("<entry><id>x</id></entry>".getBytes(UTF_8))))
        .isFalse();
    assertThat(format.recognises(CopyHead.of(feed("").getBytes(UTF_8)))).isTrue();
  }
}
