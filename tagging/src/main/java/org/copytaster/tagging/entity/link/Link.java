package org.copytaster.tagging.entity.link;

import org.copytaster.tagging.entity.Identity;

/**
 * Whom a list or a gazetteer takes an entity for.
 *
 * @param confidence from 0 to 1; {@link Linker} says how it is reckoned
 */
public record Link(Identity identity, double confidence) {}
