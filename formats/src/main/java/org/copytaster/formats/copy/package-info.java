/**
 * Copy as a source hands it in, and what a reader makes of it: the seam between the ways in and the
 * formats. A format sees bytes and what is known beside them; it gives back readings.
 */
@NullMarked
package org.copytaster.formats.copy;

import org.jspecify.annotations.NullMarked;
