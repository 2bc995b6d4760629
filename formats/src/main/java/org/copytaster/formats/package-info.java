/**
 * How copy is written: one reader a format, each from bytes to articles and in a file of its own. A
 * reader says what stands there; what it means is for enrich to find out.
 */
@NullMarked
package org.copytaster.formats;

import org.jspecify.annotations.NullMarked;
