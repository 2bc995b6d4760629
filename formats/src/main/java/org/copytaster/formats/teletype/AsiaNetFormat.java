package org.copytaster.formats.teletype;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.Draft;
import org.copytaster.formats.copy.FormatSigns;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.formats.copy.WireTime;

/**
 * A press release as AsiaNet sends it: who issues it, its number, its title up to a blank line,
 * then the text with place, day and wire at its beginning. Its number names it in every version.
 */
public final class AsiaNetFormat implements ArticleFormat {

  private static final Pattern HEAD =
      Pattern.compile(
          "\\A\\s{0,20}+(?:(?i:source):((?:[^\\n]{0,200}\\n){1,3}?)\\s{0,20}+)?"
              + "(?i:media release) +(PR\\d{3,8})[ \\t]*\\n");
  private static final Pattern PLACE =
      Pattern.compile("^\\s*(\\p{Lu}[^/\\n]{1,120}?)[ ,]*/([^/\\n]{2,60})/ ?(?:-|\\u2013|\\u2014)");
  private static final Pattern DAY =
      Pattern.compile("(\\p{L}{3,9})\\.? (\\d{1,2}),? ((?:19|20)\\d\\d)$");

  /** A longer title is none; then the text begins at once. */
  private static final int LONGEST_TITLE = 6;

  @Override
  public FormatSigns signs() {
    return FormatSigns.ofText("asianet");
  }

  @Override
  public boolean recognises(CopyHead glimpse) {
    return HeadedCopy.has(HEAD, glimpse);
  }

  @Override
  public List<Reading> read(Copy copy) throws UnreadableCopyException {
    var headed = HeadedCopy.of(copy, HEAD, "has no line with the number of a media release");
    var head = headed.head();
    var draft = headed.draft();
    draft.guid("urn:asianet:" + head.group(2)).extra("source", head.group(1));
    var lines = Arrays.asList(headed.rest().split("\n", -1));
    int begin = 0;
    while (begin < lines.size() && lines.get(begin).isBlank()) {
      begin++;
    }
    int end = begin;
    while (end < lines.size() && !lines.get(end).isBlank()) {
      end++;
    }
    if (end - begin <= LONGEST_TITLE) {
      draft.headline(Tape.plain(String.join(" ", lines.subList(begin, end))));
      begin = end;
    }
    var story = new TeletypeText(draft);
    lines.subList(begin, lines.size()).forEach(story::add);
    story.into();
    var body = draft.article().getBody();
    if (body.isEmpty()) {
      return List.of(new Reading.NotText(draft.article().getGuid(), "a release without text"));
    }
    place(body, draft);
    return List.of(draft.reading());
  }

  /** The day is that of the release where it was issued; it names no time of day. */
  private static void place(String body, Draft draft) {
    var place = PLACE.matcher(body);
    if (place.find()) {
      draft.dateline(place.group(1)).creditline(place.group(2));
      day(place.group(1))
          .ifPresent(
              day -> {
                draft.versionCreated(day.toString());
                draft.repair("versionCreated:no-time");
              });
    }
  }

  private static Optional<LocalDate> day(String dateline) {
    var found = DAY.matcher(dateline);
    if (!found.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(found.group(3)),
              WireTime.month(found.group(1)),
              Integer.parseInt(found.group(2))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
