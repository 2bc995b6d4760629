package org.copytaster.ingest.format.teletype;

import java.util.List;
import java.util.regex.Pattern;
import org.copytaster.ingest.copy.ArticleFormat;
import org.copytaster.ingest.copy.Copy;
import org.copytaster.ingest.copy.Draft;
import org.copytaster.ingest.copy.Glimpse;
import org.copytaster.ingest.copy.Reading;
import org.copytaster.ingest.copy.UnreadableCopy;

/**
 * Press releases as AsiaNet sends them: who speaks, a number, a headline of one or more lines, a
 * blank line, the text. They name a day and no time.
 */
public final class AsiaNetFormat implements ArticleFormat {

  private static final Pattern HEAD =
      Pattern.compile(
          "\\A\\s*Source:[ \\t]*((?:[^\\r\\n]{1,200}\\r?\\n){1,3}?)MEDIA RELEASE[ \\t]+"
              + "([A-Z]{0,3}\\d{3,8})[ \\t]*\\r?\\n"
              + "((?:(?![ \\t]*\\r?\\n)[^\\r\\n]{1,200}\\r?\\n){1,6})[ \\t]*\\r?\\n",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DATELINE =
      Pattern.compile("\\A(\\p{Lu}[^/\\n]{2,120}?) */ ?([^/\\n]{2,40}?) ?/ ?--");

  @Override
  public String name() {
    return "asianet";
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
      throw new UnreadableCopy("", "has no header of AsiaNet");
    }
    var draft = new Draft(copy, tape.repairs()).guid("urn:asianet:" + head.group(2));
    draft.slugline(Tape.plain(head.group(1))).headline(Tape.plain(head.group(3)));
    var text = tape.text().substring(head.end());
    if (text.isBlank()) {
      return List.of(new Reading.NotText("urn:asianet:" + head.group(2), "a header without text"));
    }
    var dateline = DATELINE.matcher(text.stripLeading());
    if (dateline.find()) {
      draft.dateline(dateline.group(1)).creditline(dateline.group(2));
    }
    var story = new Story(draft);
    text.lines().forEach(story::add);
    story.into();
    return List.of(draft.reading());
  }
}
