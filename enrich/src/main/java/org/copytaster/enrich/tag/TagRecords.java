package org.copytaster.enrich.tag;

import java.util.List;
import org.copytaster.schemas.record.CreationVerdict;
import org.copytaster.schemas.record.DocumentCreationTime;
import org.copytaster.schemas.record.EntityAttribute;
import org.copytaster.schemas.record.Mention;
import org.copytaster.schemas.record.TimexType;
import org.copytaster.schemas.record.ZoneSpan;
import org.copytaster.tagging.entity.Attribute;
import org.copytaster.tagging.entity.Entity;
import org.copytaster.tagging.entity.EntityType;
import org.copytaster.tagging.entity.Role;
import org.copytaster.tagging.text.Zone;
import org.copytaster.tagging.text.ZonedSpan;
import org.copytaster.tagging.timex.Interval;
import org.copytaster.tagging.timex.Timex;
import org.copytaster.tagging.timex.creation.CreationCandidate;

/** Writes what the taggers found as the records of the contract. */
final class TagRecords {

  private TagRecords() {}

  static List<ZoneSpan> zones(List<ZonedSpan> zones) {
    return zones.stream().map(zone -> span(zone)).toList();
  }

  /** A confidence with three digits; more of them would be no knowledge. */
  static double confidence(double confidence) {
    return Math.round(1000 * confidence) / 1000.0;
  }

  private static ZoneSpan span(ZonedSpan zone) {
    return ZoneSpan.newBuilder()
        .setBegin(zone.begin())
        .setEnd(zone.end())
        .setZone(zone(zone.zone()))
        .setConfidence(zone.confidence())
        .build();
  }

  static List<org.copytaster.schemas.record.Entity> entities(List<Entity> entities) {
    return entities.stream().map(TagRecords::entity).toList();
  }

  static List<org.copytaster.schemas.record.Timex> timexes(List<Timex> timexes) {
    return timexes.stream().map(TagRecords::timex).toList();
  }

  static DocumentCreationTime creationTime(CreationCandidate taken) {
    return new DocumentCreationTime(taken.value(), taken.methodTaken(), taken.confidence());
  }

  static List<org.copytaster.schemas.record.CreationCandidate> candidates(
      List<CreationCandidate> candidates) {
    return candidates.stream()
        .map(
            candidate ->
                new org.copytaster.schemas.record.CreationCandidate(
                    candidate.value(),
                    candidate.method().label(),
                    CreationVerdict.valueOf(candidate.verdict().name()),
                    candidate.confidence(),
                    candidate.reason()))
        .toList();
  }

  private static org.copytaster.schemas.record.Entity entity(Entity entity) {
    var identity = entity.identity();
    return org.copytaster.schemas.record.Entity.newBuilder()
        .setId(identity.id())
        .setName(identity.name())
        .setType(type(identity.type()))
        .setKnowledgeBaseId(identity.knowledgeBaseId())
        .setLinkConfidence(entity.linkConfidence())
        .setLinkReason(entity.linkReason())
        .setSalience(entity.salience())
        .setRoles(entity.roles().stream().map(Role::name).toList())
        .setAttributes(entity.attributes().stream().map(TagRecords::attribute).toList())
        .setMentions(entity.mentions().stream().map(TagRecords::mention).toList())
        .build();
  }

  private static EntityAttribute attribute(Attribute attribute) {
    var where = attribute.where();
    return new EntityAttribute(
        attribute.kind().label(), attribute.value(), where.begin(), where.end());
  }

  private static Mention mention(org.copytaster.tagging.entity.Mention mention) {
    var place = mention.place();
    return new Mention(
        place.begin(), place.end(), mention.surface(), zone(place.zone()), type(mention.type()));
  }

  private static org.copytaster.schemas.record.Timex timex(Timex timex) {
    var reading = timex.normalization();
    var interval = reading.interval();
    var range = timex.range();
    return org.copytaster.schemas.record.Timex.newBuilder()
        .setBegin(timex.place().begin())
        .setEnd(timex.place().end())
        .setSurface(timex.surface())
        .setZone(zone(timex.place().zone()))
        .setType(TimexType.valueOf(reading.type().name()))
        .setValue(reading.value())
        .setMod(reading.qualifiers().mod())
        .setQuant(reading.qualifiers().quant())
        .setFreq(reading.qualifiers().freq())
        .setFrom(interval.map(Interval::from).orElse(null))
        .setTo(interval.map(Interval::to).orElse(null))
        .setGrain(interval.map(Interval::grain).orElse(null))
        .setAnchor(reading.anchor())
        .setRule(timex.rule())
        .setReason(reading.reason().arithmetic())
        .setAlternatives(reading.reason().alternatives())
        .setRangeBegin(range == null || range.begins() ? null : range.other().begin())
        .setRangeEnd(range == null || !range.begins() ? null : range.other().begin())
        .setConfidence(reading.confidence())
        .build();
  }

  private static org.copytaster.schemas.record.Zone zone(Zone zone) {
    return org.copytaster.schemas.record.Zone.valueOf(zone.name());
  }

  private static org.copytaster.schemas.record.EntityType type(EntityType type) {
    return org.copytaster.schemas.record.EntityType.valueOf(type.name());
  }
}
