package org.copytaster.formats.newsml;

import static org.copytaster.formats.markup.XmlTree.at;
import static org.copytaster.formats.markup.XmlTree.attribute;
import static org.copytaster.formats.markup.XmlTree.text;
import static org.copytaster.formats.markup.XmlTree.word;

import java.util.Set;
import java.util.regex.Pattern;
import org.copytaster.formats.copy.Draft;
import org.copytaster.formats.markup.XmlTree;
import org.jsoup.nodes.Element;

/** Which item it is, which version of it, and what is to be done with it. */
final class NewsMl1Management {

  private static final String NAME = "FormalName";
  private static final String IDENTIFIER = "Identification/NewsIdentifier/";
  private static final String MANAGEMENT = "NewsManagement/";

  private static final Set<String> READ =
      Set.of(
          "firstcreated",
          "thisrevisioncreated",
          "status",
          "urgency",
          "statuswillchange",
          "instruction");
  private static final Pattern VERSIONED =
      Pattern.compile("(urn:newsml:[^:]+:[^:]+:.+):(\\d{1,9})[NUA]?", Pattern.CASE_INSENSITIVE);
  private static final Pattern LAST = Pattern.compile("^(.+):([^:]+)$");

  private final Draft draft;
  private final Element item;

  NewsMl1Management(Draft draft, Element item) {
    this.draft = draft;
    this.item = item;
  }

  void read() {
    var revision = text(item, IDENTIFIER + "RevisionId");
    Identities.apply(draft, guid(revision), item);
    draft.version(revision);
    draft.extra("PublicIdentifier", text(item, IDENTIFIER + "PublicIdentifier"));
    for (var id : at(item, IDENTIFIER + "RevisionId")) {
      var previous = attribute(id, "PreviousRevision");
      if (previous.matches("\\d*[1-9]\\d*")) {
        draft.evolvedFrom(draft.article().getGuid(), previous);
      }
      draft.extra("PreviousRevision", previous);
      draft.extra("Update", attribute(id, "Update"));
    }
    var label = text(item, "Identification/NameLabel");
    draft.extra("NameLabel", label);
    if (word(text(item, IDENTIFIER + "ProviderId")).contains("afp")) {
      draft.slugline(label); // its SlugLine is what the label begins with, or a country
    }
    draft.versionCreated(text(item, MANAGEMENT + "ThisRevisionCreated"));
    draft.firstCreated(text(item, MANAGEMENT + "FirstCreated"));
    draft.urgency(name("Urgency"));
    status();
    for (var property :
        at(item, "NewsManagement").stream().flatMap(m -> m.children().stream()).toList()) {
      if (word(property.tagName()).equals("derivedfrom")) {
        derivedFrom(attribute(property, "NewsItem"));
      }
      if (!READ.contains(word(property.tagName()))) {
        draft.extra(property.tagName(), XmlTree.said(property));
      }
    }
  }

  /** What the item was derived from, by its public identifier with the version at its end. */
  private void derivedFrom(String identifier) {
    var versioned = VERSIONED.matcher(identifier);
    if (versioned.matches()) {
      draft.evolvedFrom(versioned.group(1), versioned.group(2));
    } else if (draft.article().getEvolvedFrom() == null) {
      draft.evolvedFrom(identifier, null);
    }
  }

  /**
   * The public identifier without its version, if it names the item. Else it is put together; a
   * date with a time in it is left out, since where identifiers are incomplete it is the version's.
   */
  private String guid(String revision) {
    var item = text(this.item, IDENTIFIER + "NewsItemId");
    var whole = text(this.item, IDENTIFIER + "PublicIdentifier");
    var last = LAST.matcher(whole);
    if (last.matches() && versions(last.group(2), revision)) {
      whole = last.group(1);
    } else if (whole.equals(item) || whole.endsWith(":" + item)) {
      return whole;
    }
    if (whole.split(":", -1).length > 3) {
      return whole;
    }
    if (item.isEmpty() || item.equals("0")) {
      return "";
    }
    var provider = text(this.item, IDENTIFIER + "ProviderId");
    var date = text(this.item, IDENTIFIER + "DateId");
    return "urn:newsml:" + provider + ":" + (date.matches("\\d{8}") ? date + ":" : "") + item;
  }

  /** The revision, with or without the letter that says whether it updates (N, U, A). */
  private static boolean versions(String part, String revision) {
    return !revision.isEmpty()
        && (part.equals(revision) || part.matches(Pattern.quote(revision) + "[NUA]"));
  }

  private void status() {
    var status = name("Status");
    draft.pubStatus(status);
    for (var instruction : at(item, MANAGEMENT + "Instruction")) {
      if (!Signals.apply(draft, attribute(instruction, NAME))) {
        draft.extra("Instruction", XmlTree.said(instruction));
      }
    }
    var change = at(item, MANAGEMENT + "StatusWillChange").stream().findFirst();
    boolean embargoed = word(status).equals("embargoed");
    var until = change.map(c -> text(c, "DateAndTime")).orElse("");
    var future = change.stream().flatMap(c -> at(c, "FutureStatus").stream());
    boolean release = future.allMatch(f -> word(attribute(f, NAME)).equals("usable"));
    if (!until.isEmpty() && release && !word(status).equals("usable")) {
      draft.embargoed(until);
    } else if (embargoed) {
      draft.article().setEmbargoUnread(true);
    }
    change.ifPresent(c -> draft.extra("StatusWillChange", XmlTree.said(c)));
  }

  private String name(String property) {
    return at(item, MANAGEMENT + property).stream()
        .map(element -> attribute(element, NAME))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElseGet(() -> text(item, MANAGEMENT + property));
  }
}
