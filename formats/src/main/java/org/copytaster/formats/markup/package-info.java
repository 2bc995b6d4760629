/**
 * XML as agencies send it, mended where it can be, and running text in XHTML, NITF and their like
 * as paragraphs. Knows no format.
 */
@NullMarked
package org.copytaster.formats.markup;

import org.jspecify.annotations.NullMarked;
