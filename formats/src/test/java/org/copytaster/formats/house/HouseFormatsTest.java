package org.copytaster.formats.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.copytaster.formats.Formats;
import org.copytaster.formats.copy.Copies;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Signal;
import org.junit.jupiter.api.Test;

class HouseFormatsTest {

  private static String news(String fields) {
    return "<RBNews><NewsID>n1</NewsID><PublishDate>2026-03-02T10:00:00</PublishDate>"
        + "<version>2</version><headline>Havn lukker</headline><strapline>NU/HAVN</strapline>"
        + "<town>Esby</town><byLine>Ida Kjær</byLine><Priority>3</Priority>"
        + "<content>&lt;p&gt;Havnen lukker.&lt;/p&gt;&lt;p&gt;Nu.&lt;/p&gt;</content>"
        + fields
        + "</RBNews>";
  }

  private static String item(String type, String fields) {
    return "<Publish><ContentItem "
        + type
        + "><SystemSlug>S1</SystemSlug><Headline>Moose</Headline><Byline>By Lou Birch</Byline>"
        + "<EmbargoTime>0001-01-01T00:00:00</EmbargoTime><Language>2</Language>"
        + "<UpdatedDateTime>2026-03-02T10:00:00-05:00</UpdatedDateTime>"
        + "<Placeline>Elk;;Canada</Placeline><WritethruValue>3</WritethruValue>"
        + "<ContentText>&lt;p&gt;A moose.&lt;/p&gt;</ContentText>"
        + fields
        + "</ContentItem></Publish>";
  }

  @Test
  void ritzauNewsIsAnArticle() throws Exception {
    var article = Copies.only(new RitzauFormat(), news("<Korrektion>true</Korrektion>"));

    assertThat(article.getGuid()).isEqualTo("n1");
    assertThat(article.getVersion()).isEqualTo(2);
    assertThat(article.getVersionCreated()).isEqualTo(Instant.parse("2026-03-02T09:00:00Z"));
    assertThat(article.getSlugline()).isEqualTo("NU/HAVN");
    assertThat(article.getDateline()).isEqualTo("Esby");
    assertThat(article.getSignal()).isEqualTo(Signal.CORRECTION);
    assertThat(article.getBody()).isEqualTo("Havnen lukker.\n\nNu.");
  }

  @Test
  void annulledRitzauNewsIsAKill() throws Exception {
    var article = Copies.only(new RitzauFormat(), news("<Annuleret>true</Annuleret>"));

    assertThat(article.getPubStatus()).isEqualTo(PubStatus.CANCELED);
    assertThat(article.getSignal()).isEqualTo(Signal.KILL);
  }

  @Test
  void ritzauNewsWithoutIdIsRefusedByName() {
    assertThatThrownBy(() -> new RitzauFormat().read(Copies.of("<RBNews/>")))
        .isInstanceOf(UnreadableCopyException.class)
        .hasMessage("NewsID is missing");
  }

  @Test
  void releaseHasNordicTimesAndEmbargo() throws Exception {
    var article =
        Copies.only(
            new ReleaseFormat(),
            "<release id='7' lang='no'><title>Laks</title><leadtext>Mer laks.</leadtext>"
                + "<body>&lt;p&gt;Mye &amp;oslash;rret.&lt;/p&gt;</body>"
                + "<publicationDate>02.03.2026 10:30</publicationDate>"
                + "<embargo>03.03.2026 06:00</embargo></release>");

    assertThat(article.getVersionCreated()).isEqualTo(Instant.parse("2026-03-02T10:30:00Z"));
    assertThat(article.getEmbargoed()).isEqualTo(Instant.parse("2026-03-03T06:00:00Z"));
    assertThat(article.getLanguage()).isEqualTo("no");
    assertThat(article.getBody()).isEqualTo("Mer laks.\n\nMye ørret.");
  }

  @Test
  void canadianItemIsAnArticle() throws Exception {
    var article = Copies.only(new CanadianPressFormat(), item("", ""));

    assertThat(article.getGuid()).isEqualTo("S1");
    assertThat(article.getVersion()).isEqualTo(3);
    assertThat(article.getVersionCreated()).isEqualTo(Instant.parse("2026-03-02T15:00:00Z"));
    assertThat(article.getLanguage()).isEqualTo("fr");
    assertThat(article.getByline()).isEqualTo("Lou Birch");
    assertThat(article.getDateline()).isEqualTo("Elk, Canada");
    assertThat(article.getEmbargoUnread()).isFalse();
    assertThat(article.getBody()).isEqualTo("A moose.");
  }

  @Test
  void canadianPictureIsNoText() throws Exception {
    var readings = new CanadianPressFormat().read(Copies.of(item("x:type='PhotoContentItem'", "")));

    assertThat(readings).containsExactly(new Reading.NotText("S1", "a picture"));
  }

  @Test
  void canadianKillIsAKill() throws Exception {
    var article =
        Copies.only(new CanadianPressFormat(), item("", "<WriteThruType>Kill</WriteThruType>"));

    assertThat(article.getPubStatus()).isEqualTo(PubStatus.CANCELED);
  }

  @Test
  void listOfFixturesIsNoText() throws Exception {
    var readings = new ListingFormat().read(Copies.of("<Response><Fixture_List/></Response>"));

    assertThat(readings).containsExactly(new Reading.NotText("", "a list of fixtures"));
  }

  @Test
  void unknownRootIsInNoFormat() {
    var formats = new Formats();

    assertThat(formats.found("<invoice><total>4</total></invoice>".getBytes(UTF_8), "a.xml"))
        .isEmpty();
  }
}
