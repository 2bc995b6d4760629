package org.copytaster.formats.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.Digests;
import org.copytaster.formats.copy.Draft;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.StatusWords;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.formats.markup.Markup;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Signal;
import org.copytaster.schemas.record.Subject;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** One entry of a feed while it is read; what the feeds have in common. */
final class FeedEntry {

  private static final Pattern STATUS =
      Pattern.compile("^(?:(?:BULLETIN|MANDATORY|STORY) )?(\\p{Lu}{4,10}) ?:");

  final Element element;
  final Draft draft;

  FeedEntry(Element element, Copy copy, List<String> repairs) throws UnreadableCopyException {
    this.element = element;
    this.draft = new Draft(copy, repairs);
  }

  /** The text of the first child with this name, in one line; empty if there is none. */
  String text(String name) {
    return Markup.line(child(name));
  }

  /** The first child with one of these names that says something, in the order of the names. */
  String first(String... names) {
    for (var name : names) {
      var text = text(name);
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  @Nullable Element child(String name) {
    return children(name).stream().findFirst().orElse(null);
  }

  List<Element> children(String name) {
    return element.children().stream().filter(child -> child.tagName().equals(name)).toList();
  }

  /** Adds a subject without a scheme of its own. */
  void subject(@Nullable String scheme, @Nullable String code, @Nullable String name) {
    draft.subject(
        Subject.newBuilder()
            .setScheme(blankToNull(scheme))
            .setCode(blankToNull(code))
            .setName(blankToNull(name))
            .build());
  }

  /** Keeps the children that no field took, under their names. */
  void rest(Set<String> taken) {
    for (var child : element.children()) {
      if (!taken.contains(child.tagName())) {
        draft.extra(child.tagName(), said(child));
      }
    }
  }

  /**
   * Heeds a word of status in capitals before the colon of a title: feeds have no field for a kill.
   * Only kills and corrections; the news itself is full of tests and updates.
   */
  static void heed(Draft draft) {
    var headline = draft.article().getHeadline();
    var found = STATUS.matcher(headline == null ? "" : headline);
    var signal = found.find() ? StatusWords.signal(found.group(1)) : Optional.<Signal>empty();
    if (signal.filter(Signal.KILL::equals).isPresent()) {
      draft.signal(Signal.KILL).article().setPubStatus(PubStatus.CANCELED);
    } else {
      signal.filter(Signal.CORRECTION::equals).ifPresent(draft::signal);
    }
  }

  /**
   * The identity of an entry without one: a digest of its title and of what it carries, or else of
   * its text, which is flagged. What is published again under another title is another article.
   */
  static String identity(Draft draft, String title, String carried, String text) {
    draft.repair("guid:from-content");
    var name = title.isBlank() && carried.isBlank() ? text : title + "\n" + carried;
    return Digests.urn(name.strip().getBytes(UTF_8));
  }

  /** The article, or that there is none: an entry without any text. */
  Reading reading(String guid) {
    heed(draft);
    var body = draft.article().hasBody() ? draft.article().getBody() : "";
    boolean killed = "CANCELED".equals(String.valueOf(draft.article().getPubStatus()));
    return body == null || (body.isBlank() && !killed)
        ? new Reading.NotText(guid, "an entry without text")
        : draft.reading();
  }

  /** An address as it stands, or against the feed's own where it is relative. */
  static String resolved(String base, String address) {
    try {
      return base.isBlank() || address.isBlank()
          ? address
          : URI.create(base).resolve(address).toString();
    } catch (IllegalArgumentException e) {
      return address;
    }
  }

  private static String said(Element child) {
    var text = child.wholeText().strip();
    if (!text.isEmpty()) {
      return text;
    }
    return String.join(" ", child.attributes().asList().stream().map(a -> a.getValue()).toList());
  }

  private static @Nullable String blankToNull(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }
}
