/** Tests of the lines of a text that are not its story. */
@NullMarked
package org.copytaster.formats.lines;

import org.jspecify.annotations.NullMarked;
