package org.copytaster.formats.newsml;

import static org.copytaster.formats.markup.XmlTree.all;
import static org.copytaster.formats.markup.XmlTree.at;
import static org.copytaster.formats.markup.XmlTree.attribute;
import static org.copytaster.formats.markup.XmlTree.word;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.copytaster.formats.copy.Draft;
import org.copytaster.formats.copy.WireTime;
import org.copytaster.formats.markup.Markup;
import org.copytaster.formats.markup.XmlTree;
import org.copytaster.schemas.record.Subject;
import org.jsoup.nodes.Element;

/** What a NITF document says of itself. Agencies put it now in docdata, now in meta, now beside. */
final class NitfHead {

  /** Names under which agencies keep the slugline among their meta elements. */
  private static final List<String> SLUGS = List.of("anpa-keyword", "NTBStikkord", "slugline");

  private static final Set<String> READ =
      Set.of("urgency", "date.issue", "doc-id", "tobject", "docdata", "title", "meta");
  private static final Pattern COUNTER = Pattern.compile("[_:.-]\\d{1,4}");
  private static final Pattern YEAR = Pattern.compile("[12]\\d{3}.*");
  private static final Pattern IPTC_CODE = Pattern.compile("\\d{8}");

  private final Draft draft;
  private final Element nitf;
  private final ZoneId zone;

  /** Reads the head of {@code nitf} into {@code draft}; times without a zone are in this one. */
  NitfHead(Draft draft, Element nitf, ZoneId zone) {
    this.draft = draft;
    this.nitf = nitf;
    this.zone = zone;
  }

  void read() {
    identity();
    var issued = value("date.issue", "norm");
    draft.versionCreated(issued.isEmpty() ? fallbackTime() : issued);
    draft.urgency(value("urgency", "ed-urg"));
    language();
    status(issued);
    notes();
    lines();
    subjects(draft, nitf);
    leftovers();
  }

  /**
   * The document's id, without a counter where the key over all versions stands in it: some
   * agencies write a new id for each version.
   */
  private void identity() {
    var id = value("doc-id", "id-string");
    Identities.apply(draft, story(id), nitf);
    draft.version(value("du-key", "version")).extra("doc-id", id);
  }

  private String story(String id) {
    return Stream.of(value("du-key", "key"), meta("NTBID"))
        .filter(key -> !key.isEmpty() && id.startsWith(key))
        .filter(key -> COUNTER.matcher(id.substring(key.length())).matches())
        .findFirst()
        .orElse(id);
  }

  private String fallbackTime() {
    return Stream.of(
            value("pubdata", "date.publication"),
            value("story.date", "norm"),
            value("date.release", "norm"),
            meta("timestamp"))
        .filter(time -> WireTime.parse(time, zone).isPresent())
        .findFirst()
        .orElse("");
  }

  private void language() {
    var body = XmlTree.first(nitf, "body").orElse(null);
    Stream.of(attribute(nitf, "baselang"), attribute(nitf, "lang"), attribute(body, "lang"))
        .filter(language -> !language.isEmpty())
        .findFirst()
        .ifPresent(draft::language);
  }

  /** A release date is an embargo if it lies ahead of the issue, or if the status says so. */
  private void status(String issued) {
    var status = value("docdata", "management-status");
    draft.pubStatus(status);
    var release = value("date.release", "norm");
    var released = WireTime.parse(release, zone);
    var issue = WireTime.parse(issued, zone);
    boolean embargoed = word(status).equals("embargoed");
    if (released.isPresent()) {
      boolean ahead = issue.isPresent() && released.get().isAfter(issue.get());
      if (embargoed || ahead) {
        draft.embargoed(release);
      }
    } else if (embargoed && release.isEmpty()) {
      draft.article().setEmbargoUnread(true);
    } else if (embargoed || YEAR.matcher(release).matches()) {
      draft.embargoed(release);
    } else if (!release.isEmpty()) {
      draft.repair("date.release:unreadable");
    }
  }

  private void notes() {
    for (var message : all(nitf, "ed-msg")) {
      var info = attribute(message, "info");
      draft.edNote(info.isEmpty() ? Markup.line(message) : info);
      var type = attribute(message, "msg-type");
      Signals.apply(draft, type);
      draft.extra("ed-msg", type);
    }
    for (var note : at(nitf, "body/body.head/note")) {
      if (word(attribute(note, "noteclass")).startsWith("editor")) {
        draft.edNote(Markup.paragraphs(note).text());
      } else {
        draft.extra("note", Markup.line(note));
      }
    }
    for (var correction : all(nitf, "correction")) {
      Signals.apply(draft, "sig:correction");
      draft.edNote(attribute(correction, "info"));
      draft.corrects(story(attribute(correction, "id-string")), null);
      draft.extra("correction", XmlTree.said(correction));
    }
  }

  private void lines() {
    var keywords =
        all(nitf, "keyword").stream()
            .map(keyword -> keyword.hasAttr("key") ? keyword.attr("key") : Markup.line(keyword))
            .filter(keyword -> !keyword.isBlank())
            .distinct()
            .toList();
    var slug = SLUGS.stream().map(this::meta).filter(s -> !s.isEmpty()).findFirst();
    if (slug.isPresent() || keywords.size() == 1) {
      draft.slugline(slug.orElseGet(() -> keywords.get(0)));
    }
    draft.extra("key-list", String.join(", ", keywords));
    XmlTree.texts(nitf, "body/body.head/distributor").findFirst().ifPresent(draft::creditline);
    XmlTree.texts(nitf, "body/body.head/abstract").forEach(a -> draft.extra("abstract", a));
    XmlTree.texts(nitf, "body/body.head/hedline/hl2").forEach(h -> draft.extra("hl2", h));
    XmlTree.texts(nitf, "body/body.head/byline/byttl").forEach(t -> draft.extra("byttl", t));
    XmlTree.texts(nitf, "body/body.head/rights").forEach(r -> draft.extra("rights", r));
    XmlTree.texts(nitf, "body/body.end/bibliography").forEach(b -> draft.extra("bibliography", b));
    draft.usageTerms(value("doc.rights", "limitations"));
  }

  /** IPTC's Subject Codes, which are also what is meant where no owner is named. */
  static void subjects(Draft draft, Element nitf) {
    for (var subject : all(nitf, "tobject.subject")) {
      var code = attribute(subject, "tobject.subject.refnum");
      var owner = attribute(subject, "tobject.subject.ipr");
      boolean iptc = IPTC_CODE.matcher(code).matches() && owner.matches("(?i)(?:iptc)?");
      var name =
          Stream.of("detail", "matter", "type")
              .map(level -> attribute(subject, "tobject.subject." + level))
              .filter(text -> !text.isEmpty())
              .findFirst();
      draft.subject(
          Subject.newBuilder()
              .setScheme(iptc ? "subj" : owner.isEmpty() ? null : owner)
              .setCode(code.isEmpty() ? null : code)
              .setName(name.orElse(null))
              .build());
    }
  }

  private void leftovers() {
    var head = XmlTree.first(nitf, "head");
    if (head.isEmpty()) {
      return;
    }
    XmlTree.texts(head.get(), "title").forEach(title -> draft.extra("title", title));
    for (var meta : at(head.get(), "meta")) {
      draft.extra("meta/" + attribute(meta, "name"), attribute(meta, "content"));
    }
    var rest = Stream.concat(at(head.get(), "docdata").stream(), head.stream());
    rest.flatMap(block -> block.children().stream())
        .filter(element -> !READ.contains(word(element.tagName())))
        .filter(element -> !List.of("ed-msg", "key-list").contains(word(element.tagName())))
        .forEach(element -> draft.extra(element.tagName(), XmlTree.said(element)));
    for (var type : all(head.get(), "tobject", "tobject.property")) {
      draft.extra("tobject", attributesOf(type));
    }
    draft.extra("management-doc-idref", value("docdata", "management-doc-idref"));
  }

  private static String attributesOf(Element element) {
    var own = element.shallowClone();
    return XmlTree.said(own);
  }

  private String value(String name, String attribute) {
    return all(nitf, name).stream()
        .map(element -> attribute(element, attribute))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }

  private String meta(String name) {
    return at(nitf, "head/meta").stream()
        .filter(meta -> attribute(meta, "name").equalsIgnoreCase(name))
        .map(meta -> attribute(meta, "content"))
        .findFirst()
        .orElse("");
  }
}
