package org.copytaster.formats.house;

import static org.copytaster.formats.markup.XmlTree.attribute;
import static org.copytaster.formats.markup.XmlTree.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.formats.copy.BodyBuilder;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.Draft;
import org.copytaster.formats.copy.FieldProblem;
import org.copytaster.formats.copy.FormatSigns;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.StatusWords;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.formats.markup.XmlCopy;
import org.copytaster.formats.markup.XmlTree;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Signal;
import org.copytaster.schemas.record.Subject;
import org.jsoup.nodes.Element;

/** The Canadian Press' Publish, in which one or more ContentItems stand. */
public final class CanadianPressFormat implements ArticleFormat {

  /** What the system writes where a time is not set. */
  private static final String NO_TIME = "0001-01-01";

  private static final Map<String, String> LANGUAGES = Map.of("1", "en", "2", "fr");
  private static final Set<String> READ =
      Set.of(
          "SystemSlug",
          "Byline",
          "Headline",
          "SlugProper",
          "Placeline",
          "Credit",
          "UpdateNote",
          "SpecialInstructions",
          "WritethruValue",
          "UpdatedDateTime",
          "CreatedDateTime",
          "EmbargoTime",
          "Language",
          "ContentText",
          "IndexCode");

  @Override
  public FormatSigns signs() {
    return FormatSigns.ofXml("canadian-press");
  }

  @Override
  public boolean recognises(CopyHead glimpse) {
    return HouseXml.looksLike(glimpse, "Publish", "<ContentItem");
  }

  @Override
  public List<Reading> read(Copy copy) throws UnreadableCopyException {
    var xml = XmlCopy.read(copy);
    var items = XmlTree.at(xml.root(), "ContentItem");
    if (items.isEmpty()) {
      throw new UnreadableCopyException("ContentItem", "is missing");
    }
    var readings = new ArrayList<Reading>();
    for (var item : items) {
      readings.add(item(item, new Draft(copy, xml.repairs())));
    }
    return readings;
  }

  private static Reading item(Element item, Draft draft) {
    var guid = text(item, "SystemSlug");
    var id = guid.isEmpty() ? text(item, "ContentItemID") : guid;
    if (id.isEmpty()) {
      return new Reading.Unreadable(List.of(new FieldProblem("SystemSlug", "is missing")));
    }
    draft.guid(id);
    status(draft, item);
    fields(draft, item);
    var body = new BodyBuilder();
    XmlTree.first(item, "ContentText").ifPresent(content -> HouseXml.html(body, content));
    var type = XmlTree.word(attribute(item, "type"));
    if (type.startsWith("photo") || type.startsWith("video") || type.startsWith("graphic")) {
      return new Reading.NotText(id, type.startsWith("photo") ? "a picture" : "a picture or video");
    }
    if (body.isEmpty() && draft.article().getPubStatus() != PubStatus.CANCELED) {
      return new Reading.NotText(id, "an item without text");
    }
    return draft.body(body).reading();
  }

  private static void status(Draft draft, Element item) {
    if (HouseXml.yes(item, "HoldFlag")) {
      draft.article().setPubStatus(PubStatus.WITHHELD);
    }
    var signal = StatusWords.signal(text(item, "WriteThruType"));
    signal.ifPresent(draft::signal);
    if (signal.filter(Signal.KILL::equals).isPresent() || HouseXml.yes(item, "TrashFlag")) {
      draft.signal(Signal.KILL).article().setPubStatus(PubStatus.CANCELED);
    }
  }

  private static void fields(Draft draft, Element item) {
    var takes = text(item, "WritethruValue");
    draft.version(takes.equals("0") ? "" : takes);
    draft.versionCreated(text(item, "UpdatedDateTime"));
    draft.firstCreated(utc(text(item, "CreatedDateTime")));
    var embargo = text(item, "EmbargoTime");
    draft.embargoed(embargo.startsWith(NO_TIME) ? "" : embargo);
    draft.headline(text(item, "Headline")).slugline(text(item, "SlugProper"));
    draft.byline(text(item, "Byline")).creditline(text(item, "Credit"));
    draft.dateline(parts(text(item, "Placeline"), ";").collect(Collectors.joining(", ")));
    draft.edNote(text(item, "UpdateNote")).edNote(text(item, "SpecialInstructions"));
    var language = text(item, "Language");
    draft.language(LANGUAGES.getOrDefault(language, ""));
    parts(text(item, "IndexCode"), ",")
        .forEach(name -> draft.subject(Subject.newBuilder().setName(name).build()));
    var rank = text(item, "RankingValue");
    draft.urgency(rank.equals("0") ? "" : rank);
    HouseXml.rest(draft, item, READ);
  }

  /** The time at which an item was made is in UTC, as the one at which it was changed shows. */
  private static String utc(String time) {
    return time.matches("[\\d-]{10}T[\\d:.]+") ? time + "Z" : time;
  }

  private static Stream<String> parts(String list, String separator) {
    return Arrays.stream(list.split(separator, -1)).map(String::strip).filter(p -> !p.isEmpty());
  }
}
