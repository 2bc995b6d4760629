package org.copytaster.enrich.entity;

import org.copytaster.enrich.text.ZonedSpan;

/** One place where an entity is named. */
public record Mention(ZonedSpan place, String surface, EntityType type) {}
