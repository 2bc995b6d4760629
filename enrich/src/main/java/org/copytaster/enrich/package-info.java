/**
 * What turns articles into enriched articles: the door of enrich and its topology on one screen.
 * The gates are in {@code gate}, what becomes of an article's text is in {@code tag}.
 */
@NullMarked
package org.copytaster.enrich;

import org.jspecify.annotations.NullMarked;
