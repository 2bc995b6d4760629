package org.copytaster.formats.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.copytaster.formats.markup.HoverCards;
import org.copytaster.formats.markup.HtmlTree;

/**
 * Finds the article in an HTML page. It fetches nothing, may be shared by threads, and takes some
 * milliseconds for a page.
 */
public final class PageReader {

  /** Larger pages are refused, in UTF-16 units. Most of a large page is scripts. */
  public static final int LARGEST_PAGE = 8 * 1024 * 1024;

  /**
   * Pages of more elements are refused: they cost far more than characters, and tables that are
   * never closed cost the parser more than in proportion. Large real pages have some ten thousand.
   */
  static final int MOST_ELEMENTS = 150_000;

  /** Elements in elements; what is deeper is flattened. Real pages have some forty. */
  static final int DEEPEST = 256;

  /**
   * Above it a block is the article's. In ten folds there is a plateau from 0.35 to 0.5; higher
   * takes fewer teasers, and {@link Gaps} finds the text of pages whose blocks are all doubtful.
   */
  private static final double LEAST = 0.5;

  private final BlockCues cues = BlockCues.read();
  private final BlockFeatures features = new BlockFeatures(cues);
  private final DayText days = new DayText();
  private final JsonLd jsonLd = new JsonLd(days);
  private final MetaElements meta = new MetaElements(days);
  private final AuthorElements authors = new AuthorElements(days);
  private final PageDates dates = new PageDates(cues, days);
  private final BlockModel model;

  /** A reader with the model that comes with this version. */
  public PageReader() {
    try {
      this.model = BlockModel.read();
    } catch (IOException e) {
      throw new UncheckedIOException("the model of pages", e);
    }
  }

  /** A reader that judges blocks by this model. */
  public PageReader(BlockModel model) {
    this.model = model;
  }

  /** A page, its blocks and what it says of itself, before anything is decided. */
  public record Measured(Outline outline, PageClaims claims, String title) {}

  /**
   * Reads a page.
   *
   * @param html the page; offsets in the answer are into it
   * @param latest the last possible day of publication, in general tomorrow; the clock is the
   *     caller's
   * @throws PageTooLargeException if it has more than {@link #LARGEST_PAGE} UTF-16 units, or more
   *     elements than any page that people read
   */
  public Page read(String html, LocalDate latest) throws PageTooLargeException {
    var measured = measure(html);
    var blocks = measured.outline().blocks();
    var likely = DoubleStream.builder();
    features.each(measured.outline(), row -> likely.add(model.probability(row)));
    var agreed = LikeBlocks.agreed(measured.outline(), likely.build().toArray(), LEAST);
    var filled = Gaps.filled(measured.outline(), cues, agreed, LEAST);
    var judged = new JudgedBlocks(blocks, filled, LEAST);
    var zones = new PageZones(cues, days, measured, judged);
    return zones.page(dates.of(measured, judged, zones.zones(), latest));
  }

  /** One row of measures a block. */
  public List<float[]> rows(Measured measured) {
    var rows = new ArrayList<float[]>();
    features.each(measured.outline(), rows::add);
    return rows;
  }

  /** Cuts a page into blocks, and reads what it says of itself. */
  public Measured measure(String html) throws PageTooLargeException {
    if (html.length() > LARGEST_PAGE) {
      throw PageTooLargeException.ofCharacters(html.length());
    }
    int elements = elements(html);
    if (elements > MOST_ELEMENTS) {
      throw PageTooLargeException.ofElements(elements);
    }
    var page = HtmlTree.page(HoverCards.inline(html), DEEPEST);
    var claims = new PageClaims();
    jsonLd.read(page, claims);
    meta.read(page, claims);
    authors.read(page, claims);
    var blocks = Blocks.of(page, html.length(), cues);
    var title = PageTitle.of(blocks, claims, cues);
    var outline = new Outline(blocks, title, claims.text());
    return new Measured(outline, claims, title);
  }

  /** What looks like the begin of an element, wherever it stands. */
  private static int elements(String html) {
    int count = 0;
    for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
      if (at + 1 < html.length() && Character.isLetter(html.charAt(at + 1))) {
        count++;
      }
    }
    return count;
  }
}
