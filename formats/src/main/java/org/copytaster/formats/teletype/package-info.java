/**
 * Copy as teleprinters set it, which is still on the line: IPTC 7901, ANPA 1312, the frame between
 * ZCZC and NNNN. Control characters are found in the bytes before the text is decoded.
 */
@NullMarked
package org.copytaster.formats.teletype;

import org.jspecify.annotations.NullMarked;
