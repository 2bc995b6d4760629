package org.copytaster.formats.newsml;

import java.util.Map;
import org.copytaster.formats.copy.Draft;
import org.copytaster.formats.markup.XmlTree;
import org.copytaster.schemas.record.Subject;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The subjects of a newsItem, each with its scheme as the item writes it. */
final class G2Subjects {

  /** IPTC's natures of concepts, and the kinds of places that it also names as types. */
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("person", "person"),
          Map.entry("organisation", "organisation"),
          Map.entry("organization", "organisation"),
          Map.entry("geoarea", "place"),
          Map.entry("poi", "place"),
          Map.entry("city", "place"),
          Map.entry("statprov", "place"),
          Map.entry("country", "place"),
          Map.entry("region", "place"),
          Map.entry("event", "event"),
          Map.entry("object", "object"));

  private final Draft draft;
  private final String language;

  /** Subjects for {@code draft}, with names in this language where they have one. */
  G2Subjects(Draft draft, String language) {
    this.draft = draft;
    this.language = language;
  }

  void read(Element item) {
    XmlTree.at(item, "contentMeta/subject").forEach(this::subject);
  }

  private void subject(Element subject) {
    var name = G2Meta.name(subject, language);
    var code = XmlTree.attribute(subject, "qcode");
    var uri = XmlTree.attribute(subject, "uri");
    var literal = XmlTree.attribute(subject, "literal");
    var whole = code.isEmpty() ? uri : code;
    int cut =
        code.isEmpty() ? Math.max(uri.lastIndexOf('/'), uri.lastIndexOf('#')) : code.indexOf(':');
    var builder = Subject.newBuilder().setType(type(subject)).setName(orNull(name));
    if (!whole.isEmpty()) {
      builder.setScheme(cut > 0 ? whole.substring(0, cut) : null);
      builder.setCode(orNull(whole.substring(cut + 1)));
    } else {
      builder.setName(orNull(name.isEmpty() ? literal : name)).setCode(orNull(literal));
    }
    draft.subject(builder.build());
  }

  private static String type(Element subject) {
    var type = XmlTree.word(XmlTree.attribute(subject, "type"));
    var kind = type.substring(Math.max(type.lastIndexOf(':'), type.lastIndexOf('/')) + 1);
    return TYPES.getOrDefault(kind, "subject");
  }

  private static @Nullable String orNull(String value) {
    return value.isEmpty() ? null : value;
  }
}
