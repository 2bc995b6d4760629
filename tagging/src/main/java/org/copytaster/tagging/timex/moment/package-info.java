/**
 * Reads the one moment that a notice names ("00:01 Friday, UK time"), in eleven languages: day and
 * hour in any order, with a zone or in that of whoever says it. Prose is left to the rules of the
 * tagger; a notice has no prose.
 */
@NullMarked
package org.copytaster.tagging.timex.moment;

import org.jspecify.annotations.NullMarked;
