package org.copytaster.formats.newsml;

import static org.copytaster.formats.markup.XmlTree.at;
import static org.copytaster.formats.markup.XmlTree.attribute;
import static org.copytaster.formats.markup.XmlTree.is;
import static org.copytaster.formats.markup.XmlTree.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.copytaster.formats.markup.XmlTree;
import org.jsoup.nodes.Element;

/** The pieces of text in the nested components of a NewsML 1.2 item, in the order of the copy. */
final class NewsMl1Content {

  /** Roles of components that stand beside the text. */
  private static final Set<String> BESIDE =
      Set.of(
          "picture",
          "photo",
          "video",
          "audio",
          "sound",
          "quote",
          "clip",
          "image",
          "caption",
          "logo",
          "thumbnail",
          "preview",
          "quicklook",
          "highdef",
          "graphic",
          "stylesheet",
          "contact",
          "subheadline",
          "metadata",
          "icon",
          "abstract",
          "summary",
          "teaser",
          "tweet",
          "tweettext",
          "socialmedia",
          "notepad",
          "keywords");

  /** Roles of components that hold a headline. */
  private static final Set<String> TITLES = Set.of("title", "headline");

  /**
   * A piece of text.
   *
   * @param component where it stands
   * @param data the element that holds the text
   * @param language as the nearest component says; empty if none does
   * @param title whether it is a headline
   */
  record Piece(Element component, Element data, String language, boolean title) {}

  /** All pieces of running text and headlines. */
  final List<Piece> pieces = new ArrayList<>();

  /** The pieces beside the text, each with its role. */
  final List<Piece> beside = new ArrayList<>();

  /** What media there are, in a word each. */
  final List<String> media = new ArrayList<>();

  NewsMl1Content(Element item) {
    at(item, "NewsComponent").forEach(component -> collect(component, attribute(item, "lang")));
  }

  /** The role of a component; empty if it has none. */
  static String role(Element component) {
    return at(component, "Role").stream()
        .map(role -> attribute(role, "FormalName"))
        .findFirst()
        .orElse("");
  }

  private void collect(Element component, String outer) {
    var role = word(role(component));
    var language = language(component, outer);
    if (BESIDE.contains(role)) {
      media.add(role);
      XmlTree.all(component, "DataContent")
          .forEach(data -> beside.add(new Piece(component, data, language, false)));
      return;
    }
    var texts =
        at(component, "ContentItem").stream()
            .filter(this::isText)
            .flatMap(
                content ->
                    Stream.concat(
                        at(content, "DataContent").stream(),
                        at(content, "Encoding/DataContent").stream()));
    XmlTree.longest(texts)
        .ifPresent(data -> pieces.add(new Piece(component, data, language, TITLES.contains(role))));
    alternatives(component, language);
  }

  /** Of components that say the same in several ways, the one that says most; else all. */
  private void alternatives(Element component, String language) {
    var children = at(component, "NewsComponent");
    boolean equivalent = word(attribute(component, "EquivalentsList")).equals("yes");
    boolean oneLanguage = children.stream().map(c -> language(c, language)).distinct().count() < 2;
    if (equivalent && oneLanguage && children.size() > 1) {
      XmlTree.longest(children.stream()).ifPresent(richest -> collect(richest, language));
    } else {
      children.forEach(child -> collect(child, language));
    }
  }

  private static String language(Element component, String outer) {
    return Stream.of(
            at(component, "DescriptiveMetadata/Language").stream()
                .map(language -> attribute(language, "FormalName"))
                .findFirst()
                .orElse(""),
            attribute(component, "lang"),
            outer)
        .filter(language -> !language.isEmpty())
        .findFirst()
        .orElse("");
  }

  private boolean isText(Element content) {
    for (var child : content.children()) {
      var kind = word(attribute(child, "FormalName"));
      boolean type = is(child, "MediaType") && !kind.isEmpty() && !kind.contains("text");
      boolean mime = is(child, "MimeType") && kind.matches("(?:image|audio|video)/.*|text/css");
      boolean encoded =
          is(child, "Encoding")
              && attribute(child, "Notation").toLowerCase(Locale.ROOT).contains("base64");
      if (type || mime) {
        media.add(kind);
      }
      if (type || mime || encoded) {
        return false;
      }
    }
    return true;
  }
}
