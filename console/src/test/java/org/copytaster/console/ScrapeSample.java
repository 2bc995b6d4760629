package org.copytaster.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.copytaster.parts.testing.EnrichedSamples;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.CreationCandidate;
import org.copytaster.schemas.record.CreationVerdict;
import org.copytaster.schemas.record.DocumentCreationTime;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.schemas.record.Entity;
import org.copytaster.schemas.record.EntityType;
import org.copytaster.schemas.record.Mention;
import org.copytaster.schemas.record.Picture;
import org.copytaster.schemas.record.PublicationDate;
import org.copytaster.schemas.record.Timex;
import org.copytaster.schemas.record.TimexType;
import org.copytaster.schemas.record.Zone;
import org.copytaster.schemas.record.ZoneSpan;

/** An invented article off a web page: furniture, a teaser, a caption, marks that overlap. */
final class ScrapeSample {

  static final String HEADLINE = "Ferry line between Harwich and Esbjerg to return after a decade";

  static final String UNSURE = "Harbour dues rise by a tenth in spring";

  private static final List<ZoneText> ZONES =
      List.of(
          new ZoneText(Zone.HEADLINE, HEADLINE),
          new ZoneText(Zone.FURNITURE, "Home › Shipping › North Sea"),
          new ZoneText(Zone.BYLINE, "By Ada Brandt and Tom Okafor"),
          new ZoneText(Zone.DATELINE, "ESBJERG, Denmark"),
          new ZoneText(Zone.FURNITURE, "Advertisement"),
          new ZoneText(Zone.CAPTION, "The Dana Sirena leaves Esbjerg in September 2014."),
          new ZoneText(Zone.CREDIT, "Library photo"),
          new ZoneText(
              Zone.BODY,
              "A passenger ferry will again cross the North Sea between England and Denmark, the"
                  + " Port of Esbjerg said on Tuesday, ten years after the last one sailed."),
          new ZoneText(
              Zone.BODY,
              "Mette Lindholm, who heads the port, told the Tuesday Club of Harwich that tickets"
                  + " would go on sale on 1 May and that the first ship would leave Harwich in the"
                  + " summer of 2027. \"<script>document.title='owned'</script> is not how we sell"
                  + " them\", Lindholm said of a fault on the line's web page."),
          new ZoneText(Zone.TEASER, "Old ships, new routes: how ferries came back. June 4, 2024"),
          new ZoneText(Zone.FURNITURE, "Share via e-mail"),
          new ZoneText(Zone.TEASER, UNSURE, 0.41),
          new ZoneText(
              Zone.BODY,
              "Harwich has had no ferry to Denmark since 29 September 2014, when DFDS closed the"
                  + " line over rules on sulphur in fuel."),
          new ZoneText(Zone.CONTRIBUTORS, "Okafor reported from Harwich, Brandt from Esbjerg."));

  private record ZoneText(Zone zone, String text, double confidence) {
    ZoneText(Zone zone, String text) {
      this(zone, text, zone == Zone.HEADLINE ? 1.0 : 0.92);
    }
  }

  private ScrapeSample() {}

  static EnrichedArticle article(String guid) {
    var zones = new ArrayList<ZoneSpan>();
    var text = new StringBuilder();
    for (var zone : ZONES) {
      text.append(text.isEmpty() ? "" : "\n\n");
      int end = text.length() + zone.text().length();
      zones.add(
          ZoneSpan.newBuilder()
              .setBegin(text.length())
              .setEnd(end)
              .setZone(zone.zone())
              .setConfidence(zone.confidence())
              .setSourceBegin(3_000 + text.length())
              .setSourceEnd(3_000 + end)
              .build());
      text.append(zone.text());
    }
    var whole = text.toString();
    return EnrichedArticle.newBuilder()
        .setArticle(
            Article.newBuilder()
                .setGuid(guid)
                .setHeadline(HEADLINE)
                .setByline("By Ada Brandt and Tom Okafor")
                .setSlugline("FERRY-DENMARK")
                .setUrgency(3)
                .setSource("sample-web")
                .setEdNote("Corrects the year of the last sailing in paragraph 1.")
                .setVersionCreated(Instant.parse("2026-03-03T08:55:00Z"))
                .setReceivedAt(EnrichedSamples.RECEIVED.plusSeconds(30))
                .setUrl("https://coast.example/2026/03/03/ferry-line-returns")
                .setPublicationDates(
                    List.of(new PublicationDate("2026-03-03T09:55:00+01:00", "json-ld", false)))
                .setPicture(
                    new Picture(
                        "https://pictures.example/dana-sirena.jpg",
                        "The Dana Sirena leaves Esbjerg for the last time.",
                        "Library photo"))
                .setRepairs(List.of("mojibake"))
                .build())
        .setText(whole)
        .setZones(zones)
        .setLanguage("en")
        .setLanguageConfidence(0.98)
        .setDctCandidates(candidates())
        .setDct(new DocumentCreationTime("2026-03-03T08:55:00Z", "versionCreated", 1.0))
        .setEntities(
            List.of(
                entity(whole, "geo:harwich", "Harwich", EntityType.LOC, 0.82),
                entity(whole, "geo:esbjerg", "Esbjerg", EntityType.LOC, 0.7),
                entity(whole, "org:port-of-esbjerg", "Port of Esbjerg", EntityType.ORG, 0.55),
                entity(whole, "per:lindholm", "Lindholm", EntityType.PER, 0.5),
                entity(whole, "org:tuesday-club", "Tuesday Club of Harwich", EntityType.ORG, 0.2),
                entity(whole, "geo:denmark", "Denmark", EntityType.LOC, 0.35),
                entity(whole, "org:dfds", "DFDS", EntityType.ORG, 0.15),
                entity(whole, "misc:dana", "Dana Sirena", EntityType.MISC, 0.1)))
        .setTimexes(
            List.of(
                timex(whole, "on Tuesday", "2026-03-03"),
                timex(whole, "Tuesday Club", "XXXX-WXX-2"),
                timex(whole, "1 May", "2026-05-01"),
                timex(whole, "summer of 2027", "2027-SU"),
                timex(whole, "29 September 2014", "2014-09-29"),
                timex(whole, "September 2014", "2014-09"),
                timex(whole, "ten years", "P10Y")))
        .setEnrichedAt(EnrichedSamples.RECEIVED.plusSeconds(31))
        .build();
  }

  private static List<CreationCandidate> candidates() {
    var because = "versionCreated was given";
    return List.of(
        new CreationCandidate(
            "2026-03-03T08:55:00Z", "versionCreated", CreationVerdict.ACCEPTED, 1.0, because),
        new CreationCandidate(
            "2026-03-03T09:55:00+01:00", "json-ld", CreationVerdict.REFUSED, 0.0, because),
        new CreationCandidate(
            "2024-06-04",
            "teaser-date",
            CreationVerdict.REFUSED,
            0.0,
            because + ", and this is 637 days earlier"));
  }

  private static Entity entity(
      String text, String id, String name, EntityType type, double salience) {
    var mentions = new ArrayList<Mention>();
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      mentions.add(new Mention(at, at + name.length(), name, Zone.BODY, type));
    }
    return Entity.newBuilder()
        .setId(id)
        .setName(name)
        .setType(type)
        .setSalience(salience)
        .setMentions(mentions)
        .build();
  }

  private static Timex timex(String text, String surface, String value) {
    int begin = text.lastIndexOf(surface);
    return Timex.newBuilder()
        .setBegin(begin)
        .setEnd(begin + surface.length())
        .setSurface(surface)
        .setType(value.startsWith("P") ? TimexType.DURATION : TimexType.DATE)
        .setValue(value)
        .setAnchor("2026-03-03")
        .setRule("sample")
        .setConfidence(0.9)
        .build();
  }
}
