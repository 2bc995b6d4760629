package org.copytaster.formats.ninjs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.copytaster.formats.copy.BodyBuilder;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.Draft;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.StatusWords;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.formats.json.JsonCopy;
import org.copytaster.formats.json.JsonFields;
import org.copytaster.formats.markup.Markup;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Signal;
import org.jspecify.annotations.Nullable;

/** One ninjs item, whatever its version, as readings. */
public final class NinjsItem {

  /** What an item is that is not a text, by its type. */
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("picture", "a picture"),
          Map.entry("image", "a picture"),
          Map.entry("photo", "a picture"),
          Map.entry("graphic", "a graphic"),
          Map.entry("video", "a video"),
          Map.entry("audio", "audio"),
          Map.entry("composite", "a package without text"),
          Map.entry("component", "a component without text"),
          Map.entry("event", "an event"),
          Map.entry("planning", "planned coverage"),
          Map.entry("plannednews", "planned coverage"));

  private static final Set<String> TEXTS =
      Set.of("", "text", "advisory", "preformatted", "article");

  /** What is shown or heard: plain text beside it is its caption. */
  private static final Set<String> MEDIA =
      Set.of("picture", "image", "photo", "graphic", "video", "audio");

  /** What is announced: its text is a note on what will be, not news. */
  private static final Set<String> PLANS = Set.of("event", "planning", "plannednews");

  private static final Set<String> STATUSES =
      Set.of("usable", "withheld", "canceled", "stat:usable", "stat:withheld", "stat:canceled");

  /** In characters; of what is longer no one knows what it is, and it is left as it is. */
  private static final int LONGEST_LINE = 100_000;

  private static final int MOST_ITEMS = 10_000;

  private static final Pattern MARKUP = Pattern.compile("</?[A-Za-z][^<>]*>|&#?\\w{2,10};");

  private final JsonFields fields;
  private final Draft draft;

  private NinjsItem(JsonFields fields, Draft draft) {
    this.fields = fields;
    this.draft = draft;
  }

  /**
   * Reads an item.
   *
   * @param repairs what was mended in the copy that it came in
   * @return one reading, or one for each text in a package
   * @throws UnreadableCopyException if it has no identity, or an essential field is no text
   */
  static List<Reading> read(JsonNode node, Copy copy, List<String> repairs)
      throws UnreadableCopyException {
    if (!node.isObject()) {
      throw new UnreadableCopyException("", "must be a JSON object");
    }
    var fields = JsonFields.of(node);
    var item = new NinjsItem(fields, new Draft(copy, repairs));
    return item.readings(node, copy, repairs);
  }

  /**
   * Reads all items of some copy; what is wrong with one of several is its own affair.
   *
   * @throws UnreadableCopyException if there is none, there are too many, or the only one cannot be
   *     read
   */
  public static List<Reading> readAll(List<JsonNode> items, Copy copy, JsonCopy json)
      throws UnreadableCopyException {
    if (items.isEmpty() || items.size() > MOST_ITEMS) {
      throw new UnreadableCopyException("", "must hold from 1 to " + MOST_ITEMS + " items");
    }
    var readings = new ArrayList<Reading>();
    for (var item : items) {
      try {
        readings.addAll(read(item, copy, json.repairs()));
      } catch (UnreadableCopyException e) {
        if (items.size() == 1) {
          throw e;
        }
        readings.add(new Reading.Unreadable(e.problems()));
      }
    }
    return readings;
  }

  private List<Reading> readings(JsonNode node, Copy copy, List<String> repairs)
      throws UnreadableCopyException {
    identity();
    var type = type();
    draft.headline(headline());
    var text = new NinjsBody(fields, draft);
    var body = PLANS.contains(type) ? new BodyBuilder() : text.read(!MEDIA.contains(type));
    status();
    if (body.isEmpty() && type.equals("text") && !killed(type)) {
      body = text.description();
      if (!body.isEmpty()) {
        draft.repair("body:from-description");
      }
    }
    if (body.isEmpty() && !killed(type)) {
      var inner = type.equals("composite") ? inner(node, copy, repairs) : List.<Reading>of();
      return inner.isEmpty()
          ? List.of(new Reading.NotText(draft.article().getGuid(), what(type)))
          : inner;
    }
    return List.of(article(body));
  }

  /** Whether it takes an article back; what never was one needs no kill. */
  private boolean killed(String type) {
    return !KINDS.containsKey(type) && draft.article().getPubStatus() == PubStatus.CANCELED;
  }

  private void identity() throws UnreadableCopyException {
    var uri = fields.essential("uri");
    if (uri == null || uri.isBlank()) {
      uri = fields.essential("guid");
    }
    draft.guid(uri);
    var guid = draft.article().getGuid();
    if (guid == null || guid.isEmpty()) {
      throw new UnreadableCopyException("uri", "is missing");
    }
  }

  private String type() {
    var given = fields.text(draft, "type");
    var type = given == null ? "" : given.toLowerCase(Locale.ROOT).strip();
    if (type.isEmpty() && fields.has("eventdetails")) {
      return "event";
    }
    if (type.isEmpty() && (fields.has("plannedcoverage") || fields.has("newscoverage"))) {
      return "planning";
    }
    if (!TEXTS.contains(type)) {
      draft.extra("type", given);
    }
    if (!TEXTS.contains(type) && !KINDS.containsKey(type)) {
      draft.repair("type:unknown");
    }
    if (type.equals("advisory")) {
      draft.signal(Signal.ADVISORY);
    }
    return type;
  }

  private static String what(String type) {
    return KINDS.getOrDefault(type, "an item without a body");
  }

  /** Status, signal and embargo: what says whether it may be published, by whatever name. */
  private void status() {
    var status = fields.text(draft, "pubstatus");
    if (status != null) {
      draft.pubStatus(status);
      if (!STATUSES.contains(status.toLowerCase(Locale.ROOT))
          && StatusWords.of(status).isPresent()) {
        draft.extra("pubstatus", status).repair("pubStatus:nonstandard");
      }
    }
    if (status == null && draft.repaired("pubstatus:type")) {
      draft.pubStatus("not-a-text");
    }
    for (var name : List.of("signals", "signal")) {
      fields.take(name).ifPresent(signals -> signals(name, signals));
    }
    var embargo = fields.take("embargoed", "embargo");
    embargo.ifPresent(
        value -> draft.embargoed(value.isValueNode() ? value.asText() : value.toString()));
    if (draft.article().getSignal() == Signal.KILL) {
      draft.article().setPubStatus(PubStatus.CANCELED);
    }
  }

  private void signals(String name, JsonNode signals) {
    for (var signal : signals.isArray() ? signals : List.of(signals)) {
      for (var word : words(signal)) {
        StatusWords.signal(word).ifPresent(draft::signal);
        if (StatusWords.isCorrective(word)) {
          draft.corrective();
        }
        if (StatusWords.of(word).filter(PubStatus.WITHHELD::equals).isPresent()) {
          draft.article().setPubStatus(PubStatus.WITHHELD);
        }
      }
    }
    draft.extra(name, signals.isValueNode() ? signals.asText() : signals.toString());
  }

  private static List<String> words(JsonNode signal) {
    if (signal.isValueNode()) {
      return List.of(signal.asText());
    }
    var words = new ArrayList<String>();
    for (var name : List.of("literal", "name", "code", "qcode", "uri", "value")) {
      if (signal.path(name).isTextual()) {
        words.add(signal.path(name).asText());
      }
    }
    return words;
  }

  private Reading article(BodyBuilder body) throws UnreadableCopyException {
    draft.body(body);
    draft.version(fields.text(draft, "version"));
    draft.versionCreated(fields.text(draft, "versioncreated"));
    draft.firstCreated(fields.text(draft, "firstcreated"));
    var urgency = fields.text(draft, "urgency");
    if (urgency != null && !urgency.matches("[1-9]")) {
      draft.repair("urgency:range");
    }
    draft.urgency(urgency).language(fields.text(draft, "language"));
    draft.slugline(line(fields.text(draft, "slugline")));
    draft.byline(line(fields.text(draft, "byline", "by")));
    draft.dateline(dateline());
    draft.creditline(fields.text(draft, "creditline"));
    draft.edNote(line(fields.text(draft, "ednote")));
    draft.usageTerms(line(fields.text(draft, "usageterms")));
    draft.url(fields.text(draft, "url"));
    NinjsSubjects.into(draft, fields);
    NinjsLinks.into(draft, fields);
    fields.see("associations").ifPresent(associations -> NinjsPicture.into(draft, associations));
    fields.rest(draft);
    return draft.reading();
  }

  private @Nullable String headline() throws UnreadableCopyException {
    var headlines = fields.see("headlines");
    var main = headlines.map(NinjsItem::main).orElse(null);
    if (main != null) {
      if (headlines.get().size() == 1) {
        fields.take("headlines");
      }
      return line(main);
    }
    var headline = fields.essential("headline");
    return line(
        headline == null || headline.isBlank()
            ? fields.text(draft, "headline_main", "headline_text", "title", "name")
            : headline);
  }

  private static @Nullable String main(JsonNode headlines) {
    var best = headlines.path(0);
    for (var each : headlines) {
      if (each.path("role").asText("").toLowerCase(Locale.ROOT).endsWith("main")) {
        best = each;
        break;
      }
    }
    return best.isTextual() ? best.asText() : best.path("value").asText(null);
  }

  private @Nullable String dateline() {
    for (var name : List.of("dateline", "located")) {
      var node = fields.see(name).orElse(null);
      if (node == null) {
        continue;
      }
      var city = node.path("located").path("city");
      for (var text :
          List.of(node, node.path("text"), node.path("name"), city, node.path("city"))) {
        if (text.isTextual() && !text.asText().isBlank()) {
          if (node.isTextual()) {
            fields.take(name);
          }
          return text.asText();
        }
      }
    }
    return null;
  }

  /** One line of text, of what may be HTML: Superdesk's fields are often edited as such. */
  private static @Nullable String line(@Nullable String value) {
    return value != null && value.length() <= LONGEST_LINE && MARKUP.matcher(value).find()
        ? Markup.line(Markup.html(value))
        : value;
  }

  private static List<Reading> inner(JsonNode node, Copy copy, List<String> repairs) {
    var readings = new ArrayList<Reading>();
    for (var association : node.path("associations")) {
      if (!association.path("type").asText("").equals("text")) {
        continue;
      }
      try {
        readings.addAll(read(association, copy, repairs));
      } catch (UnreadableCopyException e) {
        readings.add(new Reading.Unreadable(e.problems()));
      }
    }
    readings.removeIf(Reading.NotText.class::isInstance);
    return readings;
  }
}
