package org.copytaster.formats.newsml;

import static org.copytaster.formats.markup.XmlTree.at;
import static org.copytaster.formats.markup.XmlTree.attribute;
import static org.copytaster.formats.markup.XmlTree.is;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.copytaster.formats.copy.BodyBuilder;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.Draft;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.formats.markup.Headings;
import org.copytaster.formats.markup.Markup;
import org.copytaster.formats.markup.XmlTree;
import org.copytaster.schemas.record.PubStatus;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A newsItem of NewsML-G2. It is an article if it carries running text, whatever its class. */
final class G2Item {

  private static final String NITF = "nitf";
  private static final Set<String> PICTURES = Set.of("a picture", "a graphic", "an animation");
  private static final Set<String> FILMS = Set.of("a video", "a sound");

  /** An alternative of the content: where it stands and what it says. */
  private record Content(Element element, BodyBuilder text) {}

  private G2Item() {}

  static Reading read(Copy copy, Element item, List<String> repairs)
      throws UnreadableCopyException {
    var draft = new Draft(copy, repairs);
    Identities.apply(draft, attribute(item, "guid"), item);
    draft.version(attribute(item, "version"));
    var meta = new G2Meta(draft, item);
    meta.read();
    var headline = headline(meta, item);
    draft.headline(headline);
    var content = richest(item, headline);
    language(draft, item, content.map(Content::element).orElse(null));
    content.ifPresent(chosen -> fillIn(draft, chosen.element()));
    var what = what(item);
    if (content.isPresent() && !beside(what, content.get())) {
      return draft.body(content.get().text()).reading();
    }
    if (draft.article().getPubStatus() == PubStatus.CANCELED) {
      return draft.body(new BodyBuilder()).reading();
    }
    return new Reading.NotText(attribute(item, "guid"), what);
  }

  private static String headline(G2Meta meta, Element item) {
    return Stream.of(meta.headline(), inner(item), XmlTree.text(item, "itemMeta/title"))
        .filter(headline -> !headline.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String inner(Element item) {
    return contents(item)
        .map(
            content ->
                RunningText.nitf(content)
                    .map(NitfText::headline)
                    .filter(headline -> !headline.isEmpty())
                    .orElseGet(() -> Headings.first(content)))
        .filter(headline -> !headline.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static Stream<Element> contents(Element item) {
    var sets = is(item, "contentSet") ? List.of(item) : at(item, "contentSet");
    return sets.stream()
        .flatMap(set -> set.children().stream())
        .filter(content -> is(content, "inlineXML") || is(content, "inlineData"))
        .filter(content -> !attribute(content, "encoding").contains("base64"));
  }

  private static Optional<Content> richest(Element item, String headline) {
    return contents(item)
        .map(content -> new Content(content, RunningText.of(content, headline)))
        .filter(content -> !content.text().isEmpty())
        .reduce((a, b) -> b.text().text().length() > a.text().text().length() ? b : a);
  }

  /** The language of the content, or else that of what is said of it. */
  private static void language(Draft draft, Element item, @Nullable Element content) {
    var html = content == null ? null : content.firstElementChild();
    Stream.of(
            at(item, "contentMeta/language").stream()
                .map(language -> attribute(language, "tag"))
                .filter(tag -> !tag.isEmpty())
                .findFirst()
                .orElse(""),
            attribute(content, "lang"),
            attribute(html, "lang"),
            html != null && is(html, NITF) ? attribute(html, "baselang") : "",
            attribute(item, "lang"))
        .filter(language -> !language.isEmpty())
        .findFirst()
        .ifPresent(draft::language);
  }

  /** What only the content says. */
  private static void fillIn(Draft draft, Element content) {
    var article = draft.article();
    var nitf = RunningText.nitf(content);
    if (article.getByline() == null) {
      var byline =
          nitf.map(NitfText::byline)
              .orElseGet(() -> XmlTree.any(content, "BYLINE").map(Markup::line).orElse(""));
      draft.byline(byline);
    }
    if (article.getDateline() == null) {
      nitf.map(NitfText::dateline).ifPresent(draft::dateline);
    }
  }

  /** Whether the words are those of a picture, or no more than a heading of a film. */
  private static boolean beside(String what, Content content) {
    if (PICTURES.contains(what)) {
      return true;
    }
    boolean heading = content.text().text().indexOf("\n\n") < 0;
    return heading && FILMS.contains(what);
  }

  private static String what(Element item) {
    var named = at(item, "itemMeta/itemClass").stream().findFirst();
    var code = named.map(G2Meta::code).orElse("");
    var kind = XmlTree.word(code.substring(code.lastIndexOf(':') + 1));
    kind = kind.substring(kind.lastIndexOf('/') + 1);
    return switch (kind) {
      case "picture", "photo" -> "a picture";
      case "graphic" -> "a graphic";
      case "video" -> "a video";
      case "audio" -> "a sound";
      case "composite" -> "a composition without text";
      case "animation" -> "an animation";
      default -> "an item without a body";
    };
  }
}
