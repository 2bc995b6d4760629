package org.copytaster.formats.house;

import static org.copytaster.formats.markup.XmlTree.at;
import static org.copytaster.formats.markup.XmlTree.attribute;
import static org.copytaster.formats.markup.XmlTree.text;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.formats.copy.BodyBuilder;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.Draft;
import org.copytaster.formats.copy.FormatSigns;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.formats.markup.Markup;
import org.copytaster.formats.markup.XmlCopy;
import org.copytaster.formats.markup.XmlTree;
import org.copytaster.schemas.record.Subject;

/** A press release as the Nordic agencies' release services (NTB, STT, Ritzau) hand it on. */
public final class ReleaseFormat implements ArticleFormat {

  private static final Pattern NORDIC_TIME =
      Pattern.compile("(\\d\\d)\\.(\\d\\d)\\.(\\d{4})(?: +(\\d\\d:\\d\\d))?");
  private static final Set<String> READ =
      Set.of("longurl", "body", "leadtext", "embargo", "publicationDate", "title", "categories");

  @Override
  public FormatSigns signs() {
    return FormatSigns.ofXml("press-release");
  }

  @Override
  public boolean recognises(CopyHead glimpse) {
    return HouseXml.looksLike(glimpse, "release", "<longurl")
        || HouseXml.looksLike(glimpse, "release", "<leadtext")
        || HouseXml.looksLike(glimpse, "release", "<publicationDate");
  }

  @Override
  public List<Reading> read(Copy copy) throws UnreadableCopyException {
    var xml = XmlCopy.read(copy);
    var release = xml.root();
    var guid = attribute(release, "id");
    if (guid.isEmpty()) {
      throw new UnreadableCopyException("id", "is missing");
    }
    var draft = new Draft(copy, xml.repairs()).guid(guid).headline(text(release, "title"));
    draft.versionCreated(iso(text(release, "publicationDate")));
    draft.embargoed(iso(text(release, "embargo")));
    draft.language(attribute(release, "lang")).url(text(release, "longurl"));
    draft.creditline(text(release, "publisher/name"));
    for (var category : at(release, "categories/category")) {
      var name = text(category, "label");
      draft.subject(
          Subject.newBuilder()
              .setCode(attribute(category, "id"))
              .setName(name.isEmpty() ? null : name)
              .build());
    }
    HouseXml.rest(draft, release, READ);
    var body = new BodyBuilder();
    for (var part : new String[] {"leadtext", "body"}) {
      XmlTree.first(release, part)
          .filter(text -> !Markup.line(text).isEmpty())
          .ifPresent(text -> HouseXml.html(body, text));
    }
    return List.of(
        body.isEmpty()
            ? new Reading.NotText(guid, "a release without text")
            : draft.body(body).reading());
  }

  /** The service's own pattern, dd.MM.yyyy HH:mm, as ISO 8601; anything else as it is. */
  private static String iso(String time) {
    var nordic = NORDIC_TIME.matcher(time);
    if (!nordic.matches()) {
      return time;
    }
    var day = nordic.group(3) + "-" + nordic.group(2) + "-" + nordic.group(1);
    return nordic.group(4) == null ? day : day + "T" + nordic.group(4);
  }
}
