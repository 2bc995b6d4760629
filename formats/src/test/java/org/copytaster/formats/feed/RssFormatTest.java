package org.copytaster.formats.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.copytaster.formats.copy.Copies;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Signal;
import org.junit.jupiter.api.Test;

class RssFormatTest {

  private static final String ITEM =
      """
      <title>Ferry &amp;amp; mail</title>
      <link>/ferry</link>
      <guid isPermaLink="false">ferry-1</guid>
      <pubDate>Mon, 23 Nov 2026 09:30:00 +0100</pubDate>
      <dc:creator>Nora Quill</dc:creator>
      <category domain="desk">Shipping</category>
      <description>In short.</description>
      <content:encoded><![CDATA[<p>The ferry sailed.</p><p>It brought mail.</p>]]></content:encoded>
      <media:content url="https://harbor.example/f.jpg" medium="image"><media:credit>P. Lens</media:credit></media:content>
      """;

  private final RssFormat format = new RssFormat();

  private static String feed(String items) {
    return "<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        + " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
        + " xmlns:media=\"http://search.yahoo.com/mrss/\""
        + " xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><title>Harbor</title>"
        + "<link>https://harbor.example/</link><language>en-GB</language>"
        + "<copyright>Harbor Press</copyright>"
        + items
        + "</channel></rss>";
  }

  private static String item(String more) {
    return "<item>" + ITEM + more + "</item>";
  }

  @Test
  void wordOfStatusBeforeATitleIsHeeded() throws UnreadableCopyException {
    assertThat(titled("KILL: Ferry").getPubStatus()).isEqualTo(PubStatus.CANCELED);
    assertThat(titled("BULLETIN KILL: Ferry").getSignal()).isEqualTo(Signal.KILL);
    assertThat(titled("RETRACTED: Ferry").getPubStatus()).isEqualTo(PubStatus.CANCELED);
    assertThat(titled("CORRECTION: Ferry").getSignal()).isEqualTo(Signal.CORRECTION);
  }

  @Test
  void titleThatSpeaksOfAKillIsNone() throws UnreadableCopyException {
    assertThat(titled("Kill Bill: a second look").getPubStatus()).isEqualTo(PubStatus.USABLE);
    assertThat(titled("TEST: Ellery all out").getSignal()).isNull();
    assertThat(titled("RECALLED: old ferries").getPubStatus()).isEqualTo(PubStatus.USABLE);
  }

  private Article titled(String title) throws UnreadableCopyException {
    return Copies.only(format, feed(item("").replace("Ferry &amp;amp; mail", title)));
  }

  @Test
  void everyFieldIsRead() throws UnreadableCopyException {
    var article = Copies.only(format, feed(item("")));

    assertThat(article.getGuid()).isEqualTo("ferry-1");
    assertThat(article.getUrl()).isEqualTo("https://harbor.example/ferry");
    assertThat(article.getHeadline()).isEqualTo("Ferry & mail");
    assertThat(article.getVersionCreated()).isEqualTo(Instant.parse("2026-11-23T08:30:00Z"));
    assertThat(article.getByline()).isEqualTo("Nora Quill");
    assertThat(article.getLanguage()).isEqualTo("en-GB");
    assertThat(article.getUsageTerms()).isEqualTo("Harbor Press");
    assertThat(article.getSubjects().get(0).getName()).isEqualTo("Shipping");
    assertThat(article.getPicture().getUrl()).isEqualTo("https://harbor.example/f.jpg");
    assertThat(article.getBody()).isEqualTo("The ferry sailed.\n\nIt brought mail.");
    assertThat(article.getExtra()).containsEntry("description", "In short.");
  }

  @Test
  void summaryIsTheBodyWhereThereIsNoOther() throws UnreadableCopyException {
    var item = item("").replaceAll("<content:encoded>.*</content:encoded>", "");
    var article = Copies.only(format, feed(item));

    assertThat(article.getBody()).isEqualTo("In short.");
    assertThat(article.getExtra()).containsEntry("body", "summary");
  }

  @Test
  void draftIsWithheldAndWhatIsBinnedIsKilled() throws UnreadableCopyException {
    var draft = Copies.only(format, feed(item("<wp:status>draft</wp:status>")));
    var binned = Copies.only(format, feed(item("<wp:status>trash</wp:status>")));

    assertThat(draft.getPubStatus()).isEqualTo(PubStatus.WITHHELD);
    assertThat(binned.getPubStatus()).isEqualTo(PubStatus.CANCELED);
  }

  @Test
  void postOfTheFutureIsEmbargoed() throws UnreadableCopyException {
    var post =
        "<wp:status>future</wp:status><wp:post_date_gmt>2026-12-01 06:00:00</wp:post_date_gmt>";

    assertThat(Copies.only(format, feed(item(post))).getEmbargoed())
        .isEqualTo(Instant.parse("2026-12-01T06:00:00Z"));
  }

  @Test
  void attachmentHoldsNoText() throws UnreadableCopyException {
    var readings = format.read(Copies.of(feed(item("<wp:status>inherit</wp:status>"))));

    assertThat(readings).containsExactly(new Reading.NotText("ferry-1", "a WordPress attachment"));
  }

  @Test
  void itemWithoutTextDoesNotSpoilTheOthers() throws UnreadableCopyException {
    var readings =
        format.read(
            Copies.of(feed("<item><guid>x</guid><title>T</title></item><item/>" + item(""))));

    assertThat(readings).hasSize(3);
    assertThat(readings.get(0)).isInstanceOf(Reading.NotText.class);
    assertThat(readings.get(1)).isInstanceOf(Reading.Unreadable.class);
    assertThat(readings.get(2)).isInstanceOf(Reading.Text.class);
  }

  @Test
  void bareAmpersandIsMendedAndCutFeedRefused() throws UnreadableCopyException {
    var bare = feed(item("")).replace("Harbor Press", "Harbor & Press");

    assertThat(Copies.only(format, bare).getRepairs()).contains("xml:bare-ampersand");
    assertThatThrownBy(() -> format.read(Copies.of(feed(item("")).substring(0, 400))))
        .isInstanceOf(UnreadableCopyException.class)
        .hasMessageContaining("line");
  }

  @Test
  void otherRdfIsNoFeed() {
    var rdf = "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"/>";

    assertThat(format.recognises(CopyHead.of(rdf.getBytes(UTF_8)))).isFalse();
    assertThat(format.recognises(CopyHead.of(feed("").getBytes(UTF_8)))).isTrue();
  }
}
