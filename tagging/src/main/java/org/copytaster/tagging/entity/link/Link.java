package org.copytaster.tagging.entity.link;

import org.copytaster.tagging.entity.Identity;

/**
 * Whom a list or a gazetteer takes an entity for.
 *
 * @param confidence from 0 to 1; {@link Linker} says how it is reckoned
 * @param because what spoke for it, in words and without any of the article's
 */
public record Link(Identity identity, double confidence, String because) {}
