package org.copytaster.formats.newsml;

import static org.copytaster.formats.markup.XmlTree.at;
import static org.copytaster.formats.markup.XmlTree.attribute;
import static org.copytaster.formats.markup.XmlTree.word;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.copytaster.formats.copy.BodyBuilder;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.Draft;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.formats.markup.Headings;
import org.copytaster.formats.markup.Markup;
import org.copytaster.formats.markup.XmlTree;
import org.copytaster.formats.newsml.NewsMl1Content.Piece;
import org.copytaster.schemas.record.ArticleLink;
import org.copytaster.schemas.record.PubStatus;
import org.jsoup.nodes.Element;

/**
 * A NewsItem of NewsML 1.2. Text in one language is one article; the same item in a second language
 * is a second one, under the guid with the language behind it.
 */
final class NewsMl1Item {

  private final Copy copy;
  private final Element item;
  private final List<String> repairs;
  private final NewsMl1Content content;

  private NewsMl1Item(Copy copy, Element item, List<String> repairs) {
    this.copy = copy;
    this.item = item;
    this.repairs = repairs;
    this.content = new NewsMl1Content(item);
  }

  static List<Reading> read(Copy copy, Element item, List<String> repairs)
      throws UnreadableCopyException {
    return new NewsMl1Item(copy, item, repairs).readings();
  }

  private List<Reading> readings() throws UnreadableCopyException {
    var languages = new LinkedHashMap<String, List<Piece>>();
    for (var piece : content.pieces) {
      var language = piece.language().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
      languages.computeIfAbsent(language, l -> new ArrayList<>()).add(piece);
    }
    languages.values().removeIf(NewsMl1Item::silent);
    var readings = new ArrayList<Reading>();
    for (var text : languages.entrySet()) {
      readings.add(article(text, readings.isEmpty()));
    }
    return readings.isEmpty() ? List.of(without()) : readings;
  }

  private static boolean silent(List<Piece> pieces) {
    return pieces.stream().allMatch(p -> p.title() || Markup.line(p.data()).isEmpty());
  }

  private Reading article(Map.Entry<String, List<Piece>> text, boolean first)
      throws UnreadableCopyException {
    var main = main(text.getValue());
    var draft = managed();
    if (!first) {
      inLanguage(draft, text.getKey());
    }
    var nitf = RunningText.nitf(main.data());
    new NewsMl1Lines(draft, item, main.component()).read();
    var headline = headline(draft, text.getValue(), main);
    draft.headline(headline);
    draft.language(main.language());
    nitf.ifPresent(inner -> fillIn(draft, inner));
    var body = new BodyBuilder();
    for (var piece : text.getValue()) {
      if (!piece.title()) {
        body.addAll(RunningText.of(piece.data(), headline));
      }
    }
    for (var beside : content.beside) {
      draft.extra(NewsMl1Content.role(beside.component()), Markup.line(beside.data()));
    }
    if (body.isEmpty() && draft.article().getPubStatus() != PubStatus.CANCELED) {
      return new Reading.NotText(draft.article().getGuid(), "an item without a body");
    }
    return draft.body(body).reading();
  }

  /** Each further language has a guid of its own, and so have its versions before this one. */
  private static void inLanguage(Draft draft, String language) {
    var guid = draft.article().getGuid();
    var before = draft.article().getEvolvedFrom();
    if (before != null && before.getGuid().equals(guid)) {
      draft.article().setEvolvedFrom(new ArticleLink(guid + ":" + language, before.getVersion()));
    }
    draft.guid(guid + ":" + language);
  }

  /** The longest piece: the lines of its component and of those around it are the article's. */
  private static Piece main(List<Piece> pieces) {
    var texts = pieces.stream().filter(piece -> !piece.title()).map(Piece::data);
    return XmlTree.longest(texts)
        .flatMap(data -> pieces.stream().filter(p -> p.data().equals(data)).findFirst())
        .orElse(pieces.get(0));
  }

  private static String headline(Draft draft, List<Piece> pieces, Piece main) {
    var lined = draft.article().getHeadline();
    if (lined != null) {
      return lined;
    }
    return pieces.stream()
        .filter(Piece::title)
        .map(title -> Markup.line(title.data()))
        .filter(title -> !title.isEmpty())
        .findFirst()
        .or(() -> RunningText.nitf(main.data()).map(NitfText::headline))
        .filter(title -> !title.isEmpty())
        .orElseGet(() -> Headings.first(main.data()));
  }

  private static void fillIn(Draft draft, Element nitf) {
    var article = draft.article();
    if (article.getByline() == null) {
      draft.byline(NitfText.byline(nitf));
    }
    if (article.getDateline() == null) {
      draft.dateline(NitfText.dateline(nitf));
    }
    if (article.getSlugline() == null) {
      XmlTree.all(nitf, "keyword").stream()
          .map(keyword -> attribute(keyword, "key"))
          .findFirst()
          .ifPresent(draft::slugline);
    }
    XmlTree.texts(nitf, "body/body.head/abstract").forEach(a -> draft.extra("abstract", a));
    for (var message : XmlTree.all(nitf, "ed-msg")) {
      draft.edNote(attribute(message, "info"));
    }
    NitfHead.subjects(draft, nitf);
  }

  private Reading without() throws UnreadableCopyException {
    var draft = managed();
    if (draft.article().getPubStatus() == PubStatus.CANCELED) {
      var first = at(item, "NewsComponent").stream().findFirst().orElse(item);
      new NewsMl1Lines(draft, item, first).read();
      return draft.body(new BodyBuilder()).reading();
    }
    var what = content.media.stream().map(NewsMl1Item::kind).filter(k -> !k.isEmpty()).findFirst();
    return new Reading.NotText(draft.article().getGuid(), what.orElse("an item without a body"));
  }

  private static String kind(String medium) {
    var name = word(medium);
    if (name.contains("video") || name.equals("clip")) {
      return "a video";
    }
    if (name.contains("audio") || name.contains("sound") || name.equals("quote")) {
      return "a sound";
    }
    if (name.contains("graphic")) {
      return "a graphic";
    }
    boolean picture = List.of("picture", "photo", "image", "caption").contains(name);
    return picture || name.startsWith("image/") ? "a picture" : "";
  }

  private Draft managed() throws UnreadableCopyException {
    var draft = new Draft(copy, repairs);
    new NewsMl1Management(draft, item).read();
    return draft;
  }
}
