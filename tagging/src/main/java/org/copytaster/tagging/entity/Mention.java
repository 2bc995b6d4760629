package org.copytaster.tagging.entity;

import org.copytaster.tagging.text.ZonedSpan;

/** One place where an entity is named. */
public record Mention(ZonedSpan place, String surface, EntityType type) {}
