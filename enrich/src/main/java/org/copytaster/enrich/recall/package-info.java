/**
 * What went out and must come back. A kill that nobody has acted on is worth nothing, so it is said
 * on a topic of its own, once for each time that something is called back, and can be acknowledged.
 */
@NullMarked
package org.copytaster.enrich.recall;

import org.jspecify.annotations.NullMarked;
