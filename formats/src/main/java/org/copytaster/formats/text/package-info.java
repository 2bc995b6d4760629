/**
 * From bytes to text: which charset they are in, whatever was declared, and what was read wrongly
 * before they came here. Everything that is mended is said, and nothing here knows what an article
 * is. It stands below the formats, since the reader of pages needs it as they do.
 */
@NullMarked
package org.copytaster.formats.text;

import org.jspecify.annotations.NullMarked;
