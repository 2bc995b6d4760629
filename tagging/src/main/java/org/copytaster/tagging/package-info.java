/**
 * A library: from a text to its zones, its language, the people, organisations and places it names
 * and the times it speaks of. {@link org.copytaster.tagging.Tagger} is the door. It is pure: no
 * network, no clock, no state, and the same text has the same tags always.
 */
@NullMarked
package org.copytaster.tagging;

import org.jspecify.annotations.NullMarked;
