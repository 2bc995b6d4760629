package org.copytaster.formats.house;

import static org.copytaster.formats.markup.XmlTree.text;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.copytaster.formats.copy.ArticleFormat;
import org.copytaster.formats.copy.BodyBuilder;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.CopyHead;
import org.copytaster.formats.copy.Draft;
import org.copytaster.formats.copy.FormatSigns;
import org.copytaster.formats.copy.Reading;
import org.copytaster.formats.copy.UnreadableCopyException;
import org.copytaster.formats.copy.WireTime;
import org.copytaster.formats.markup.XmlCopy;
import org.copytaster.formats.markup.XmlTree;
import org.copytaster.schemas.record.PubStatus;
import org.copytaster.schemas.record.Signal;
import org.copytaster.schemas.record.Subject;
import org.jsoup.nodes.Element;

/** Ritzau's RBNews. Its times name no zone: they are the source's. */
public final class RitzauFormat implements ArticleFormat {

  private static final Set<String> READ =
      Set.of(
          "NewsID",
          "version",
          "PublishDate",
          "headline",
          "strapline",
          "town",
          "origin",
          "byLine",
          "Priority",
          "content",
          "ContentShort",
          "TilRedaktionen",
          "IPTCList");

  /** Where Ritzau's clocks stand: Superdesk's reader of the same feed takes its times so. */
  private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

  @Override
  public FormatSigns signs() {
    return FormatSigns.ofXml("ritzau");
  }

  @Override
  public boolean recognises(CopyHead glimpse) {
    return HouseXml.looksLike(glimpse, "RBNews", "<NewsID>");
  }

  @Override
  public List<Reading> read(Copy copy) throws UnreadableCopyException {
    var xml = XmlCopy.read(copy);
    var news = xml.root();
    var guid = text(news, "NewsID");
    if (guid.isEmpty()) {
      throw new UnreadableCopyException("NewsID", "is missing");
    }
    var draft = new Draft(copy, xml.repairs()).guid(guid).version(text(news, "version"));
    created(text(news, "PublishDate"), draft);
    draft.urgency(text(news, "Priority"));
    draft.headline(text(news, "headline")).slugline(text(news, "strapline"));
    draft.dateline(text(news, "town")).byline(text(news, "byLine"));
    draft.creditline(text(news, "origin").replace("/", "")).edNote(text(news, "TilRedaktionen"));
    signals(draft, news);
    var codes = XmlTree.first(news, "IPTCList").map(Element::children);
    codes.ifPresent(list -> list.forEach(code -> subject(draft, XmlTree.said(code))));
    HouseXml.rest(draft, news, READ);
    var body = new BodyBuilder();
    XmlTree.first(news, "content").ifPresent(content -> HouseXml.html(body, content));
    if (body.isEmpty() && draft.article().getPubStatus() != PubStatus.CANCELED) {
      return List.of(new Reading.NotText(guid, "news without content"));
    }
    return List.of(draft.body(body).reading());
  }

  /** A time without a zone is Danish, whatever zone was set for the source's other copy. */
  private static void created(String said, Draft draft) {
    draft.versionCreated(WireTime.parse(said, DENMARK).map(Instant::toString).orElse(said));
  }

  private static void signals(Draft draft, Element news) {
    if (HouseXml.yes(news, "NyVersion")) {
      draft.signal(Signal.UPDATE);
    }
    if (HouseXml.yes(news, "Korrektion")) {
      draft.signal(Signal.CORRECTION);
    }
    if (HouseXml.yes(news, "Annuleret")) {
      draft.signal(Signal.KILL).article().setPubStatus(PubStatus.CANCELED);
    }
  }

  private static void subject(Draft draft, String code) {
    draft.subject(
        Subject.newBuilder()
            .setScheme(code.matches("\\d{8}") ? "subj" : null)
            .setCode(code)
            .build());
  }
}
