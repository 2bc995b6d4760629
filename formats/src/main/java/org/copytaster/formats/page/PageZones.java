package org.copytaster.formats.page;

import java.util.ArrayList;
import java.util.HashSet;
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
  private static final int LONGEST_CAPTION = 80;
  private static final int LONGEST_DATELINE = 12;

  /** Blocks above the body in which it is signed and dated. */
  private static final int HEAD = 12;

  /** How far up the element stands that names a picture or a card. */
  private static final int NEAR = 3;

  private static final int FEWEST_TEASER_WORDS = 4;
  private static final int LONGEST_LABEL = 3;
  private static final int LARGEST_BOX = 60;
  private static final int LONGEST_APPEAL = 100;

  /** Distinct words about giving in an appeal; news of a donation has fewer, or none about us. */
  private static final int FEWEST_GIVING = 3;

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
          "(?i)(?:©|photo(?:graph)?(?: by|:| credit)|image(?: by|:| credit|"
              + " source)|credit:|courtesy|picture:|illustration(?:"
              + " by|:)|foto:|bild:|crédit).*|.*\\b(?:getty"
              + " images|shutterstock|unsplash|reuters|afp|ap photo|alamy|epa)\\W*");

  private static final Pattern WRITTEN = Pattern.compile("(?i)(?:(?:written )?by|author)\\s*:?");

  private final BlockCues cues;
  private final DayText days;
  private final BylineText bylines;
  private final PageReader.Measured measured;
  private final JudgedBlocks judged;
  private final int headlineAt;
  private final List<Zone> zones = new ArrayList<>();

  PageZones(BlockCues cues, DayText days, PageReader.Measured measured, JudgedBlocks judged) {
    this.cues = cues;
    this.days = days;
    this.bylines = new BylineText(days);
    this.measured = measured;
    this.judged = judged;
    this.headlineAt = headlineAt(measured);
    for (int i = 0; i < judged.blocks().size(); i++) {
      zones.add(zone(i));
    }
  }

  /** A zone for each block, in their order. */
  List<Zone> zones() {
    return zones;
  }

  /** The page with its zones. */
  Page page(List<PageDate> dates) {
    var stretches = new ArrayList<Stretch>();
    for (int i = 0; i < judged.blocks().size(); i++) {
      var block = judged.blocks().get(i);
      var source = block.source();
      stretches.add(
          new Stretch(
              block.text(), zones.get(i), judged.confidence(i), source.begin(), source.end()));
    }
    var claims = measured.claims();
    return new Page(
        measured.title(),
        byline(stretches),
        claims.canonical(),
        claims.language(),
        dates,
        picture(stretches),
        PageJudge.of(measured, zones),
        stretches);
  }

  private Zone zone(int i) {
    var block = judged.blocks().get(i);
    if (block.tag().equals(CHOICE) || block.isBarred()) {
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
    var line = headLine(block, i);
    if (line != Zone.FURNITURE) {
      return line;
    }
    if (judged.isArticle(i)) {
      return insert(i);
    }
    return isTeaser(i) ? Zone.TEASER : Zone.FURNITURE;
  }

  /** What a block between the article's own is. */
  private Zone insert(int i) {
    var block = judged.blocks().get(i);
    if (isInsert(block)) {
      return Zone.FURNITURE;
    }
    boolean more = isMore(block) || (isLinked(block) && i > 0 && zones.get(i - 1) == Zone.TEASER);
    return more ? Zone.TEASER : Zone.BODY;
  }

  /** An invitation to another story, with its link in it or below. */
  private boolean isMore(Block block) {
    long phrases = cues.ofBeginning(block.text());
    boolean linked = 2 * block.linkedWords() >= block.words();
    boolean label =
        block.words() <= LONGEST_LABEL + 2 && block.ink().emphasised() >= block.text().length();
    return block.words() <= LONGEST_LINE
        && ((linked && block.linkedWords() > 0 && cues.speaksOf(phrases, "related", "action"))
            || (label && cues.speaksOf(phrases, "related")));
  }

  /** Nothing but a link to something with a title. */
  private static boolean isLinked(Block block) {
    return block.words() >= FEWEST_TEASER_WORDS && block.linkedWords() >= 0.9 * block.words();
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
    return label
        || rights
        || isAppeal(block)
        || INSERTS.stream().anyMatch(insert -> isInBox(block.frame(), insert));
  }

  /** Asks the reader for money, or to follow the site elsewhere. */
  private boolean isAppeal(Block block) {
    var text = block.text();
    if (block.words() > LONGEST_APPEAL || block.headingLevel() > 0 || spoken("us", text) == 0) {
      return false;
    }
    boolean asks = block.words() <= 2 * LONGEST_LINE && cues.isFirst("ask", text);
    return (asks && spoken("follow", text) > 0)
        || (spoken("give", text) >= FEWEST_GIVING && spoken("reader", text) > 0);
  }

  private int spoken(String group, String text) {
    var words = new HashSet<String>();
    cues.spoken(group, text, words);
    return words.size();
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
    boolean near = inFigure || isCaption(block) || (named >= 0 && named < 2 && isCredit(block));
    boolean caption = block.words() > 1 && block.headingLevel() == 0 && block.linkedWords() == 0;
    return near && (caption || isCredit(block));
  }

  private boolean isCaption(Block block) {
    int named = block.frame().distance(cues.element("caption"));
    boolean near = named == 0 || named == 1 || (block.ink().names() & cues.bit("caption")) != 0;
    return near && block.words() <= LONGEST_CAPTION && !block.tag().equals("tr");
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

  /** A line above the first paragraph, or at its beginning, that signs or dates the article. */
  private Zone headLine(Block block, int i) {
    int begin = judged.bodyBegin();
    if (i > begin + 1 || begin - i > HEAD) {
      return Zone.FURNITURE;
    }
    if (block.words() <= LONGEST_DATELINE && isNamed(block, "dateline")) {
      return Zone.DATELINE;
    }
    var found = days.first(block.text());
    boolean dated = found.isPresent() || isNamed(block, "author");
    boolean signature = bylines.isSigned(block.text()) && dated;
    if (signature && i <= begin && block.words() <= 2 * LONGEST_LINE && !isSentence(block)) {
      return Zone.BYLINE;
    }
    if (i >= begin || block.words() > LONGEST_LINE) {
      return Zone.FURNITURE;
    }
    boolean named =
        measured.claims().authors().stream()
            .anyMatch(author -> Outline.plain(block.text()).contains(Outline.plain(author)));
    if (named
        || bylines.isSigned(block.text())
        || cues.speaksOf(cues.ofBeginning(block.text()), "author")) {
      return Zone.BYLINE;
    }
    boolean day = found.isPresent() && block.words() <= LONGEST_NAME + 4;
    return day ? Zone.DATELINE : Zone.FURNITURE;
  }

  private boolean isNamed(Block block, String group) {
    int up = block.frame().distance(cues.element(group));
    return up == 0 || up == 1 || (block.ink().names() & cues.bit(group)) != 0;
  }

  private static boolean isSentence(Block block) {
    return block.text().endsWith(".") && PageElement.isProse(block);
  }

  /** Words of another article: in a card, or under a heading that promises others. */
  private boolean isTeaser(int i) {
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
    for (int i = 0; i < stretches.size(); i++) {
      if (stretches.get(i).zone() == Zone.BYLINE) {
        // "Written by" may stand above the name, and not before it
        boolean above =
            i + 1 < stretches.size() && WRITTEN.matcher(stretches.get(i).text()).matches();
        var name = bylines.name(stretches.get(above ? i + 1 : i).text());
        if (name.isPresent() && WordCounter.count(name.get(), 0) > 1) {
          return name.get();
        }
      }
    }
    return null;
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
