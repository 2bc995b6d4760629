package org.copytaster.formats.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.copytaster.schemas.record.Zone;

/**
 * Gathers the days on which an article may have been published: from what the page says to
 * machines, and from what it shows near its headline. A date beside other headlines is that of
 * another article and is not looked at. A day after the latest possible one is left out.
 */
final class PageDates {

  /** How far from the headline a date line may stand, in blocks. */
  private static final int ABOVE = 6;

  private static final int BELOW = 14;

  /** Longer blocks speak of days; they are not signed with one. */
  private static final int LONGEST_WORDS = 30;

  private static final Pattern CHANGED =
      Pattern.compile("(?i)updated|modified|revised|reviewed|aktualisiert|mis à jour|actualizado");

  private static final Pattern PAGE_CHANGED =
      Pattern.compile(
          "(?i)^(?:this |diese |cette |esta"
              + " )?(?:page|article|post|content|document|seite|página)\\b"
              + ".{0,12}\\b(?:updated|modified|reviewed|revised|changed|published|aktualisiert|geändert|mise"
              + " à jour|modifiée|actualizada)\\b");

  private static final Pattern LAST_CHANGED =
      Pattern.compile(
          "(?i)^(?:last (?:updated|modified|reviewed|revised|changed)|zuletzt"
              + " (?:aktualisiert|geändert)|letzte (?:aktualisierung|änderung)|dernière (?:mise à"
              + " jour|modification)|última (?:actualización|modificación))\\b");

  private static final Pattern URL_DAY =
      Pattern.compile("/((?:19|20)\\d{2})[/-]?(\\d{2}|\\p{L}{3,9})[/-]?(\\d{2})(?=\\D)");

  private static final int SHORTEST_SENTENCE = 8;

  /** Words beside the day in a line that dates the article. */
  private static final int MOST_BESIDE = 16;

  /** What a day in a block of these is the day of. */
  private static final Set<Zone> OTHERS =
      Set.of(Zone.CAPTION, Zone.CREDIT, Zone.TEASER, Zone.CONTRIBUTORS);

  private static final List<String> ELSEWHERE = List.of("in-quote", "in-figure", "caption");

  /** How far up the element stands that says what a line is. */
  private static final int NEAR = 3;

  private final BlockCues cues;
  private final DayText days;
  private final BylineText bylines;

  PageDates(BlockCues cues, DayText days) {
    this.cues = cues;
    this.days = days;
    this.bylines = new BylineText(days);
  }

  /**
   * All candidates in the order of trust.
   *
   * @param zones one for each block
   * @param latest no day after it is possible
   */
  List<PageDate> of(
      PageReader.Measured measured, JudgedBlocks judged, List<Zone> zones, LocalDate latest) {
    var all = new ArrayList<>(measured.claims().dates());
    boolean claimed = all.stream().anyMatch(date -> !date.modified());
    shown(measured.outline(), judged, zones, claimed, all);
    url(measured.claims(), all);
    all.removeIf(date -> date.day().isAfter(latest));
    if (all.isEmpty()) {
      lastChange(judged.blocks(), zones, all);
      all.removeIf(date -> date.day().isAfter(latest));
    }
    return all.stream().distinct().toList();
  }

  /**
   * The day of publication: the earliest that is said to be one, since a page that moved to another
   * system often claims the day of the move. Of those that differ by a time zone it is the most
   * trusted. A page that says only when it was changed is taken to have been published then.
   */
  static Optional<PageDate> published(List<PageDate> dates) {
    var said = dates.stream().filter(date -> !date.modified()).toList();
    return said.stream()
        .map(PageDate::day)
        .min(Comparator.naturalOrder())
        .flatMap(day -> said.stream().filter(d -> !d.day().isAfter(day.plusDays(1))).findFirst())
        .or(() -> modified(dates));
  }

  /** The most trusted day of the last change. */
  static Optional<PageDate> modified(List<PageDate> dates) {
    return dates.stream().filter(PageDate::modified).findFirst();
  }

  /** Where the page tells machines a day, only a line that dates the article may tell another. */
  private void shown(
      Outline outline,
      JudgedBlocks judged,
      List<Zone> zones,
      boolean claimed,
      List<PageDate> into) {
    int bodyAt = judged.bodyBegin();
    int title = outline.titleAt() < 0 ? bodyAt : outline.titleAt();
    int from = Math.max(0, Math.min(title, bodyAt) - ABOVE);
    int to =
        Math.min(outline.blocks().size(), Math.max(title, Math.min(bodyAt, title + BELOW)) + 6);
    for (int i = from; i < to; i++) {
      var block = outline.blocks().get(i);
      boolean elsewhere =
          OTHERS.contains(zones.get(i))
              || block.isBarred()
              || isElsewhere(block)
              || (i > bodyAt && isFooter(block));
      boolean text =
          claimed || zones.get(i) == Zone.BODY || i > judged.bodyEnd() || isSentence(block);
      if (!elsewhere && !(text && !isDateLine(block))) {
        shown(block, into);
      }
    }
  }

  /** The day of the last change of the page, which many offices put at its end. */
  private void lastChange(List<Block> blocks, List<Zone> zones, List<PageDate> into) {
    for (int i = blocks.size() - 1; i >= 0 && into.isEmpty(); i--) {
      var block = blocks.get(i);
      boolean line = block.words() <= MOST_BESIDE && !block.isBarred();
      if (line && !OTHERS.contains(zones.get(i))) {
        boolean page = PAGE_CHANGED.matcher(block.text()).find();
        if (page || (LAST_CHANGED.matcher(block.text()).find() && !isFooter(block))) {
          shown(block, into);
        }
      }
    }
    into.replaceAll(date -> new PageDate(date.value(), date.method(), true));
  }

  private static boolean isSentence(Block block) {
    return block.text().endsWith(".") && block.words() > SHORTEST_SENTENCE;
  }

  private boolean isElsewhere(Block block) {
    return ELSEWHERE.stream()
        .mapToInt(group -> block.frame().distance(cues.element(group)))
        .anyMatch(up -> up >= 0 && up <= NEAR);
  }

  private boolean isFooter(Block block) {
    return block.frame().distance(cues.element("in-footer")) >= 0;
  }

  /** A line that says when the article was published, where other lines tell of other days. */
  private boolean isDateLine(Block block) {
    var text = block.text();
    var found = days.first(text);
    boolean ended = text.endsWith(".");
    boolean opened =
        cues.speaksOf(cues.ofBeginning(text), "date") || (bylines.isSigned(text) && !ended);
    int beside =
        found
            .map(
                day -> block.words() - WordCounter.count(text.substring(day.begin(), day.end()), 0))
            .orElse(0);
    return opened ? beside <= MOST_BESIDE : beside == 0 && !ended;
  }

  private void shown(Block block, List<PageDate> into) {
    var time = block.source().time();
    if (!time.isEmpty() && block.words() <= LONGEST_WORDS) {
      days.first(time)
          .ifPresent(
              found -> into.add(new PageDate(found.value(), "time", isChange(block.text()))));
    } else if (block.words() <= LONGEST_WORDS) {
      days.first(block.text()).ifPresent(found -> into.add(text(block.text(), found)));
    }
  }

  private static PageDate text(String text, DayText.FoundDay found) {
    return new PageDate(found.value(), "text", isChange(text.substring(0, found.begin())));
  }

  private static boolean isChange(String words) {
    return CHANGED.matcher(words).find();
  }

  private void url(PageClaims claims, List<PageDate> into) {
    var url = claims.canonical();
    var matcher = URL_DAY.matcher(url == null ? "" : url);
    if (matcher.find()) {
      var words = matcher.group(3) + " " + matcher.group(2) + " " + matcher.group(1);
      var figures = matcher.group(1) + "-" + matcher.group(2) + "-" + matcher.group(3);
      days.first(Character.isDigit(matcher.group(2).charAt(0)) ? figures : words)
          .ifPresent(found -> into.add(new PageDate(found.value(), "url", false)));
    }
  }
}
