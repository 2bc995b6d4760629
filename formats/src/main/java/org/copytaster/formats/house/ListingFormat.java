package org.copytaster.formats.house;

import java.util.List;
import java.util.Optional;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.FormatSigns;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.formats.markup.XmlCopy;

/** Lists that come over the same lines as copy and are none: fixtures, events, answers to polls. */
public final class ListingFormat implements ArticleFormat {

  /** The first element, a word that stands in such a list, and what it is. */
  private record Kind(String root, String word, String what) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("Response", "Fixture_List", "a list of fixtures"),
          new Kind("results", "<guid>", "an answer to a poll"),
          new Kind("results", "pollToken", "an answer to a poll"),
          new Kind("result", "newscalendar", "a list of events"),
          new Kind("result", "<calendarData", "a list of events"),
          new Kind("dc_rest_node", "<dc_rest_docs", "a list of pictures"));

  @Override
  public FormatSigns signs() {
    return FormatSigns.ofXml("listing");
  }

  @Override
  public boolean recognises(CopyHead glimpse) {
    return kind(glimpse).isPresent();
  }

  @Override
  public List<Reading> read(Copy copy) throws UnreadableCopyException {
    var kind = kind(CopyHead.of(copy.bytes()));
    XmlCopy.read(copy);
    return List.of(new Reading.NotText("", kind.map(Kind::what).orElse("a list")));
  }

  private static Optional<Kind> kind(CopyHead glimpse) {
    return KINDS.stream()
        .filter(kind -> HouseXml.looksLike(glimpse, kind.root(), kind.word()))
        .findFirst();
  }
}
