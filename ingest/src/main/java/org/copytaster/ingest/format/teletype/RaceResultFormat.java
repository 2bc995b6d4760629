package org.copytaster.ingest.format.teletype;

import java.util.List;
import java.util.regex.Pattern;
import org.copytaster.ingest.copy.ArticleFormat;
import org.copytaster.ingest.copy.Copy;
import org.copytaster.ingest.copy.Digests;
import org.copytaster.ingest.copy.Draft;
import org.copytaster.ingest.copy.Glimpse;
import org.copytaster.ingest.copy.Paragraphs;
import org.copytaster.ingest.copy.Reading;
import org.copytaster.ingest.copy.UnreadableCopy;
import org.copytaster.schemas.record.Signal;

/**
 * Results of races as AAP sends them: a line of course, race, whether it is a correction, whether
 * the race was abandoned, state and weekday, parted by unit separators; then the text. What the
 * fields mean is told by Superdesk's reader for AAP. No field names a day, so the article is named
 * by its bytes.
 */
public final class RaceResultFormat implements ArticleFormat {

  private static final Pattern HEAD =
      Pattern.compile(
          "\\A\\x01([^\\x1f\\r\\n]{2,60})\\x1f([\\d, -]{1,10})\\x1f([YN])\\x1f([YN])"
              + "\\x1f([A-Z]{2,3})\\x1f([A-Z][a-z]{2,5}day)[ \\t]*(?:[\\r\\n]|$)");

  @Override
  public String name() {
    return "race-result";
  }

  @Override
  public List<String> mediaTypes() {
    return List.of("text/plain");
  }

  @Override
  public List<String> endings() {
    return List.of();
  }

  @Override
  public boolean recognises(Glimpse glimpse) {
    return HEAD.matcher(glimpse.text()).find();
  }

  @Override
  public List<Reading> read(Copy copy) throws UnreadableCopy {
    var tape = Tape.of(copy);
    var head = HEAD.matcher(tape.text());
    if (!head.find()) {
      throw new UnreadableCopy("", "has no header of race results");
    }
    var draft = new Draft(copy, tape.repairs());
    draft.guid("urn:sha256:" + Digests.sha256(copy.bytes())).slugline(head.group(1));
    draft.headline(
        "%s %s %s %s"
            .formatted(head.group(1), head.group(2).strip(), head.group(5), head.group(6)));
    draft.repair("headline:from-header");
    if (head.group(3).equals("Y")) {
      draft.signal(Signal.CORRECTION);
    }
    draft.extra("abandoned", head.group(4));
    var body = new Paragraphs();
    for (var paragraph : Tape.plain(tape.text().substring(head.end())).split("\\n[ \\t]*\\n", -1)) {
      body.add(paragraph);
    }
    return List.of(
        body.isEmpty()
            ? new Reading.NotText("", "a header without results")
            : draft.body(body).reading());
  }
}
