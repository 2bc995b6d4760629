package org.copytaster.tagging.timex.creation;

import java.util.ArrayList;
import java.util.List;
import org.copytaster.tagging.text.Span;
import org.copytaster.tagging.text.Text;
import org.copytaster.tagging.text.Zone;
import org.copytaster.tagging.text.ZonedSpan;

/**
 * Picks the short lines of a text in which the time of its making could stand, and says what a date
 * there would mean. The head ends where the body begins; a date below that may be a teaser's,
 * whatever zone it is in.
 */
final class CreationLines {

  /** What a date in a line would mean. */
  enum Place {
    /** The head says "published" or "updated". */
    STAMP,
    /** Dateline or byline of the article itself. */
    DATELINE,
    FURNITURE,
    TEASER
  }

  /** A line that is looked at. */
  record Line(Span span, Place place) {}

  private static final int LONGEST_LINE = 160;
  private static final int MOST_LINES = 100;

  private final Text text;
  private final CreationWording wording;
  private final int headline;
  private final List<Line> lines = new ArrayList<>();
  private boolean bodyHasBegun;

  private CreationLines(Text text, CreationWording wording) {
    this.text = text;
    this.wording = wording;
    this.headline =
        text.zones().stream()
            .filter(zone -> zone.zone() == Zone.HEADLINE)
            .mapToInt(ZonedSpan::begin)
            .findFirst()
            .orElse(0);
  }

  /** The lines in order and apart; a bounded number. */
  static List<Line> of(Text text, CreationWording wording) {
    var reader = new CreationLines(text, wording);
    for (var zone : text.zones()) {
      boolean prose = zone.zone() == Zone.BODY && reader.bodyHasBegun;
      if (!prose && reader.lines.size() < MOST_LINES) {
        reader.readZone(zone);
      }
    }
    return reader.lines;
  }

  private void readZone(ZonedSpan zone) {
    var characters = text.characters();
    int begin = zone.begin();
    while (begin < zone.end() && lines.size() < MOST_LINES) {
      int end = characters.indexOf('\n', begin);
      end = end < 0 || end > zone.end() ? zone.end() : end;
      boolean read = readLine(new Span(begin, end), zone.zone());
      if (zone.zone() == Zone.BODY && !read) {
        bodyHasBegun = true;
        return;
      }
      begin = end + 1;
    }
  }

  /** Whether the line may say when the article was made; an empty one does not stand in the way. */
  private boolean readLine(Span span, Zone zone) {
    var head = new Span(span.begin(), Math.min(span.end(), span.begin() + 2 * LONGEST_LINE));
    var line = head.surface(text.characters()).strip();
    if (line.isEmpty()) {
      return head.equals(span);
    }
    if (line.length() > LONGEST_LINE || line.chars().noneMatch(Character::isDigit)) {
      return false;
    }
    boolean stamp = !bodyHasBegun && wording.saysWhenMade(line);
    switch (zone) {
      case BODY -> {
        if (!stamp) {
          return false;
        }
        lines.add(new Line(span, Place.STAMP));
      }
      case DATELINE, BYLINE -> lines.add(new Line(span, inHead(span, line)));
      case FURNITURE -> addBare(span, line, stamp ? Place.STAMP : Place.FURNITURE);
      case TEASER -> addBare(span, line, Place.TEASER);
      default -> {
        // a headline, a picture and a contributor say nothing of the day
      }
    }
    return true;
  }

  /** A date inside a sentence is what the sentence is about, and not when it was written. */
  private void addBare(Span span, String line, Place place) {
    if (wording.withoutProse(line)) {
      lines.add(new Line(span, place));
    }
  }

  /** A bare date above the headline is what pages print of the day on which they are looked at. */
  private Place inHead(Span span, String line) {
    if (bodyHasBegun) {
      return Place.TEASER;
    }
    if (wording.speaksOfMaking(line)) {
      return Place.STAMP;
    }
    return span.begin() < headline ? Place.FURNITURE : Place.DATELINE;
  }
}
