package org.copytaster.formats.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.copytaster.schemas.record.Zone;
import org.jspecify.annotations.Nullable;

/**
 * A page as it was read. Nothing of its text is left out: what is not the article's is there as
 * furniture, teaser, caption or credit.
 *
 * @param title the headline of the article; empty if the page has none
 * @param byline who wrote it
 * @param canonical the address that the page gives for itself
 * @param language as the page declares it, BCP 47
 * @param dates days on which it may have been published or changed, in the order of trust
 * @param picture the picture that leads it
 * @param kind what the page is as a whole
 * @param stretches all text, in the order of the page
 */
public record Page(
    String title,
    @Nullable String byline,
    @Nullable String canonical,
    @Nullable String language,
    List<PageDate> dates,
    @Nullable LeadPicture picture,
    PageKind kind,
    List<Stretch> stretches) {

  /** Copies the lists. */
  public Page {
    dates = List.copyOf(dates);
    stretches = List.copyOf(stretches);
  }

  /**
   * A paragraph, a heading, an item of a list.
   *
   * @param confidence from 0 to 1, how sure the zone is
   * @param sourceBegin UTF-16 offset in the page's HTML at which its text begins
   * @param sourceEnd UTF-16 offset after it
   */
  public record Stretch(
      String text, Zone zone, double confidence, int sourceBegin, int sourceEnd) {}

  /** The picture that leads the article, with what stands under it. */
  public record LeadPicture(String url, @Nullable String caption, @Nullable String credit) {}

  /** The body of the article, paragraphs separated by blank lines. */
  public String text() {
    return stretches.stream()
        .filter(stretch -> stretch.zone() == Zone.BODY)
        .map(Stretch::text)
        .collect(Collectors.joining("\n\n"));
  }

  /** The day of publication; where the page says only when it was changed, that day. */
  public Optional<PageDate> published() {
    return PageDates.published(dates);
  }

  /** The day of the last change that the page tells of. */
  public Optional<PageDate> modified() {
    return PageDates.modified(dates);
  }
}
