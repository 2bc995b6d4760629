package org.copytaster.formats.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.copytaster.formats.page.Page.LeadPicture;
import org.copytaster.formats.page.Page.Stretch;
import org.copytaster.schemas.record.Zone;
import org.jspecify.annotations.Nullable;

/** Names what the blocks of a page are, once it is known which are the article's. */
final class PageZones {

  /** Longer blocks are text, whatever they begin with. */
  private static final int LONGEST_LINE = 25;

  private static final int LONGEST_NAME = 8;

  /** One of a list to choose from. */
  private static final String CHOICE = "option";

  private static final int LONGEST_CREDIT = 20;

  /** Blocks above the body in which it is signed and dated. */
  private static final int HEAD = 12;

  /** How far up the element stands that names a picture or a card. */
  private static final int NEAR = 3;

  private static final int FEWEST_TEASER_WORDS = 4;
  private static final int LONGEST_LABEL = 3;
  private static final int LARGEST_BOX = 60;

  /** Names of elements that hold no text of the article, if they are small. */
  private static final List<String> INSERTS = List.of("signup", "advert", "consent");

  private static final List<String> TEXT_IN_FIGURES =
      List.of("in-quote", "in-table", "in-pre", "quote");

  private static final Pattern CONTRIBUTED =
      Pattern.compile(
          "(?i).*\\b(?:contributed to this (?:report|story|article)|contributed reporting"
              + "|(?:additional )?reporting by|reported from)\\b.*");

  private static final Pattern CREDIT =
      Pattern.compile(
          "(?i)(?:©|photo(?:graph)?(?: by|:| credit)|image(?: by|:| credit| source)|credit:|courtesy"
              + "|picture:|illustration(?: by|:)|foto:|bild:|crédit).*"
              + "|.*\\b(?:getty images|shutterstock|unsplash|reuters|afp|ap photo|alamy|epa)\\W*");

  private static final Pattern BY =
      Pattern.compile(
          "(?i)^(?:written by|posted by|published by|by|von|par|por|door|di)\\s*:?\\s+");

  private final BlockCues cues;
  private final DayText days;
  private final PageReader.Measured measured;
  private final int headlineAt;

  PageZones(BlockCues cues, DayText days, PageReader.Measured measured) {
    this.cues = cues;
    this.days = days;
    this.measured = measured;
    this.headlineAt = headlineAt(measured);
  }

  /** The page with its zones. */
  Page page(JudgedBlocks judged, List<PageDate> dates) {
    var stretches = new ArrayList<Stretch>();
    for (int i = 0; i < judged.blocks().size(); i++) {
      var block = judged.blocks().get(i);
      var source = block.source();
      stretches.add(
          new Stretch(
              block.text(), zone(judged, i), judged.confidence(i), source.begin(), source.end()));
    }
    var claims = measured.claims();
    return new Page(
        measured.title(),
        byline(stretches),
        claims.canonical(),
        claims.language(),
        dates,
        picture(stretches),
        stretches);
  }

  private Zone zone(JudgedBlocks judged, int i) {
    var block = judged.blocks().get(i);
    if (block.tag().equals(CHOICE)) {
      return Zone.FURNITURE;
    }
    if (i == headlineAt) {
      return Zone.HEADLINE;
    }
    if (isPicture(block)) {
      return isCredit(block) ? Zone.CREDIT : Zone.CAPTION;
    }
    if (block.words() <= 2 * LONGEST_LINE && CONTRIBUTED.matcher(block.text()).matches()) {
      return Zone.CONTRIBUTORS;
    }
    int begin = judged.bodyBegin();
    if (i < begin && begin - i <= HEAD && block.words() <= LONGEST_LINE) {
      var line = headLine(block);
      if (line != Zone.FURNITURE) {
        return line;
      }
    }
    if (judged.isArticle(i)) {
      return isInsert(block) ? Zone.FURNITURE : Zone.BODY;
    }
    return isTeaser(judged, i) ? Zone.TEASER : Zone.FURNITURE;
  }

  /** The headline stands once: where the heading is, or else where its words first are; or -1. */
  private static int headlineAt(PageReader.Measured measured) {
    var blocks = measured.outline().blocks();
    var plain = Outline.plain(measured.title());
    int at = measured.outline().titleAt();
    if (plain.isEmpty() || at >= 0) {
      return at >= 0 && Outline.plain(blocks.get(at).text()).contains(plain) ? at : -1;
    }
    int words = WordCounter.count(plain, 0);
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).words() == words && Outline.plain(blocks.get(i).text()).equals(plain)) {
        return i;
      }
    }
    return -1;
  }

  /** What stands between the paragraphs and is not of them: ad labels, boxes to sign up in. */
  private boolean isInsert(Block block) {
    long phrases = cues.ofBeginning(block.text());
    boolean label = block.words() <= LONGEST_LABEL && cues.speaksOf(phrases, "advert", "share");
    boolean rights = block.words() <= LONGEST_LINE && cues.speaksOf(phrases, "copyright");
    return label || rights || INSERTS.stream().anyMatch(insert -> isInBox(block.frame(), insert));
  }

  /** Whether a small element around the block has such a name. */
  private boolean isInBox(PageElement frame, String name) {
    int up = frame.distance(cues.element(name));
    return up >= 0 && up <= NEAR && frame.at(frame.depth() - up).words() <= LARGEST_BOX;
  }

  private boolean isPicture(Block block) {
    int figure = block.frame().distance(cues.element("in-figure"));
    int named = block.frame().distance(cues.element("picture"));
    boolean inFigure = figure >= 0 && figure <= NEAR && !isFigureOfText(block.frame(), figure);
    boolean near = inFigure || (named >= 0 && named < 2 && isCredit(block));
    boolean caption = block.words() > 1 && block.headingLevel() == 0 && block.linkedWords() == 0;
    return near && (caption || isCredit(block));
  }

  /** Quotations, tables and code are set in figures as well, and are not what stands under one. */
  private boolean isFigureOfText(PageElement frame, int figure) {
    return TEXT_IN_FIGURES.stream()
        .mapToInt(group -> frame.distance(cues.element(group)))
        .anyMatch(up -> up >= 0 && up <= figure);
  }

  private static boolean isCredit(Block block) {
    return block.words() <= LONGEST_CREDIT && CREDIT.matcher(block.text()).matches();
  }

  private Zone headLine(Block block) {
    long phrases = cues.ofBeginning(block.text());
    var found = days.first(block.text());
    if (found.isPresent() && block.words() <= LONGEST_NAME + 4) {
      return Zone.DATELINE;
    }
    boolean named =
        measured.claims().authors().stream()
            .anyMatch(author -> Outline.plain(block.text()).contains(Outline.plain(author)));
    boolean signed = named || cues.speaksOf(phrases, "author");
    return signed && block.words() <= LONGEST_LINE ? Zone.BYLINE : Zone.FURNITURE;
  }

  /** Words of another article: in a card, or under a heading that promises others. */
  private boolean isTeaser(JudgedBlocks judged, int i) {
    var block = judged.blocks().get(i);
    if (block.words() < FEWEST_TEASER_WORDS) {
      return false;
    }
    var frame = block.frame();
    boolean card = isNear(frame, "card") || isNear(frame, "related");
    boolean outside = !measured.outline().isInside(block) || i > judged.bodyEnd();
    boolean linked = 2 * block.linkedWords() >= block.words();
    return outside && card && (linked || PageElement.isProse(block) || isHeading(block));
  }

  private static boolean isHeading(Block block) {
    return block.headingLevel() > 1;
  }

  private boolean isNear(PageElement frame, String group) {
    int distance = frame.distance(cues.element(group));
    return distance >= 0 && distance <= 2 * NEAR;
  }

  private @Nullable String byline(List<Stretch> stretches) {
    var authors = measured.claims().authors();
    if (!authors.isEmpty()) {
      return String.join(", ", authors);
    }
    return stretches.stream()
        .filter(stretch -> stretch.zone() == Zone.BYLINE)
        .map(stretch -> BY.matcher(stretch.text()).replaceFirst(""))
        .filter(
            name -> WordCounter.count(name, 0) > 1 && WordCounter.count(name, 0) <= LONGEST_NAME)
        .findFirst()
        .orElse(null);
  }

  private @Nullable LeadPicture picture(List<Stretch> stretches) {
    var pictures = measured.claims().pictures();
    if (pictures.isEmpty()) {
      return null;
    }
    String caption = null;
    String credit = null;
    for (var stretch : stretches) {
      if (caption == null && stretch.zone() == Zone.CAPTION) {
        caption = stretch.text();
      } else if (credit == null && stretch.zone() == Zone.CREDIT) {
        credit = stretch.text();
      }
    }
    return new LeadPicture(pictures.get(0), caption, credit);
  }
}
