package org.copytaster.formats.house;

import static org.copytaster.formats.markup.XmlTree.at;
import static org.copytaster.formats.markup.XmlTree.text;
import static org.copytaster.formats.markup.XmlTree.texts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.formats.copy.BodyBuilder;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.Draft;
import org.copytaster.formats.copy.FormatSigns;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.formats.markup.BrokenLines;
import org.copytaster.formats.markup.XmlCopy;
import org.copytaster.schemas.record.Signal;
import org.copytaster.schemas.record.Subject;
import org.jsoup.nodes.Element;

/**
 * An alert of the Common Alerting Protocol (OASIS CAP 1.0 to 1.2): an urgent article for each
 * language that it is written in. Every message has an identifier of its own and names those that
 * it takes the place of; a cancellation kills them.
 */
public final class AlertFormat implements ArticleFormat {

  /** As IPTC counts urgency. */
  private static final Map<String, String> SEVERITY =
      Map.of("extreme", "1", "severe", "2", "moderate", "3", "minor", "4");

  private static final Set<String> READ =
      Set.of(
          "language",
          "headline",
          "description",
          "instruction",
          "senderName",
          "area",
          "web",
          "category",
          "parameter",
          "resource",
          "eventCode");

  @Override
  public FormatSigns signs() {
    return new FormatSigns(
        "cap", List.of("application/cap+xml", "application/xml", "text/xml"), List.of(".cap"));
  }

  @Override
  public boolean recognises(CopyHead glimpse) {
    return HouseXml.looksLike(glimpse, "alert", "<")
        && (glimpse.text().contains(":cap:") || glimpse.text().contains("incident.gov/cap"));
  }

  @Override
  public List<Reading> read(Copy copy) throws UnreadableCopyException {
    var xml = XmlCopy.read(copy);
    var alert = xml.root();
    var identifier = text(alert, "identifier");
    if (identifier.isEmpty()) {
      throw new UnreadableCopyException("identifier", "is missing");
    }
    var message = text(alert, "msgType").toLowerCase(Locale.ROOT);
    if (message.equals("ack") || message.equals("error")) {
      return List.of(new Reading.NotText(identifier, "an answer to an alert"));
    }
    var infos = new LinkedHashMap<String, List<Element>>();
    for (var info : at(alert, "info")) {
      var language = text(info, "language");
      infos
          .computeIfAbsent(language.isEmpty() ? "en-US" : language, l -> new ArrayList<>())
          .add(info);
    }
    var readings = new ArrayList<Reading>();
    var languages = List.copyOf(infos.keySet());
    if (message.equals("cancel") && status(alert).equals("usable")) {
      kill(copy, xml, languages, readings);
    }
    for (var each : infos.entrySet()) {
      var behind = behind(each.getKey(), languages);
      var draft = new Draft(copy, xml.repairs());
      draft.guid(identifier + behind).language(each.getKey());
      about(alert, behind, draft);
      readings.add(reading(each.getValue(), draft));
    }
    if (readings.isEmpty()) {
      readings.add(new Reading.NotText(identifier, "an alert without information"));
    }
    return readings;
  }

  /** What stands behind the identifier in the guid of an article in this language. */
  private static String behind(String language, List<String> all) {
    return language.equals(all.get(0)) ? "" : ":" + language.toLowerCase(Locale.ROOT);
  }

  /** What the message is for: to be used, withheld, or a test, which takes nothing back. */
  private static String status(Element alert) {
    return switch (text(alert, "status").toLowerCase(Locale.ROOT)) {
      case "test", "exercise" -> "test";
      case "system", "draft" -> "withheld";
      default -> "usable";
    };
  }

  /**
   * Adds a kill of each message that a cancellation names, in each language in which it says so
   * itself. One that names none takes back itself. What it has to tell is an article of its own,
   * which the killed ones name.
   */
  private static void kill(Copy copy, XmlCopy xml, List<String> languages, List<Reading> into)
      throws UnreadableCopyException {
    var alert = xml.root();
    var identifier = text(alert, "identifier");
    var named = references(alert);
    for (var guid : named.isEmpty() ? List.of(identifier) : named) {
      for (var language : languages.isEmpty() ? List.of("") : languages) {
        var behind = languages.isEmpty() ? "" : behind(language, languages);
        var draft = new Draft(copy, xml.repairs());
        draft
            .guid(guid + behind)
            .versionCreated(text(alert, "sent"))
            .pubStatus("canceled")
            .signal(Signal.KILL)
            .edNote(text(alert, "note"));
        if (!languages.isEmpty() && !guid.equals(identifier)) {
          draft.language(language).substitutedBy(identifier + behind, null);
        }
        into.add(draft.extra("msgType", text(alert, "msgType")).reading());
      }
    }
  }

  /** The identifiers of earlier messages, which stand between sender and time. */
  private static Set<String> references(Element alert) {
    var identifiers = new LinkedHashSet<String>();
    for (var reference : text(alert, "references").split("\\s+", -1)) {
      var parts = reference.split(",", -1);
      if (!reference.isEmpty()) {
        identifiers.add(parts[parts.length > 1 ? 1 : 0]);
      }
    }
    identifiers.remove("");
    return identifiers;
  }

  /** What holds for all languages. */
  private static void about(Element alert, String behind, Draft draft) {
    draft.versionCreated(text(alert, "sent"));
    var status = status(alert);
    if (status.equals("test")) {
      draft.signal(Signal.TEST);
    } else {
      draft.pubStatus(status);
    }
    if (text(alert, "scope").matches("(?i)restricted|private")) {
      draft.pubStatus("withheld");
    }
    var message = text(alert, "msgType").toLowerCase(Locale.ROOT);
    if (message.equals("update") || message.equals("cancel")) {
      draft.signal(Signal.UPDATE);
    }
    references(alert).stream()
        .findFirst()
        .ifPresent(guid -> draft.substitutes(guid + behind, null));
    for (var name : List.of("sender", "status", "msgType", "scope", "restriction", "incidents")) {
      draft.extra(name, text(alert, name));
    }
    draft.edNote(text(alert, "note"));
  }

  /** The first piece of information gives the fields; further ones are paragraphs below it. */
  private static Reading reading(List<Element> infos, Draft draft) {
    var first = infos.get(0);
    var area = area(first);
    var headline = text(first, "headline");
    if (headline.isEmpty()) {
      headline = text(first, "event") + (area.isEmpty() ? "" : ": " + area);
      draft.repair("headline:from-event");
    }
    var sender = text(first, "senderName");
    draft
        .headline(headline)
        .creditline(sender.isEmpty() ? draft.article().getCreditline() : sender)
        .url(text(first, "web"))
        .urgency(SEVERITY.getOrDefault(text(first, "severity").toLowerCase(Locale.ROOT), "4"));
    var body = new BodyBuilder();
    for (var info : infos) {
      if (!info.equals(first)) {
        body.add(text(info, "headline"));
      }
      for (var name : List.of("description", "instruction")) {
        at(info, name).forEach(each -> lines(body, each));
      }
      subjects(info, draft);
      HouseXml.rest(draft, info, READ);
      draft.extra("area", area(info));
    }
    if (body.isEmpty()) {
      body.add(headline);
      draft.repair("body:from-headline");
    }
    return draft.body(body).reading();
  }

  private static void lines(BodyBuilder body, Element text) {
    if (text.wholeText().indexOf('<') >= 0) {
      HouseXml.html(body, text);
    } else {
      BrokenLines.into(body, text.wholeText().replace("\r", ""));
    }
  }

  private static String area(Element info) {
    return texts(info, "area/areaDesc").collect(Collectors.joining("; "));
  }

  private static void subjects(Element info, Draft draft) {
    texts(info, "category")
        .forEach(
            category ->
                draft.subject(Subject.newBuilder().setScheme("cap").setCode(category).build()));
    texts(info, "area/areaDesc")
        .forEach(
            area -> draft.subject(Subject.newBuilder().setName(area).setType("place").build()));
  }
}
