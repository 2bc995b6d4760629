/**
 * Lines that stand in a text and are not the story: bylines, notes to editors, signatures, the
 * headline once more. They become fields, whatever the format, and so do place and agency of the
 * lead-in, which stays.
 */
@NullMarked
package org.copytaster.formats.lines;

import org.jspecify.annotations.NullMarked;
