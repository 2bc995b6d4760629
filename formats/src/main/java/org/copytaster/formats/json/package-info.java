/**
 * JSON as agencies send it, mended where it can be, and the fields of its objects by name. Knows no
 * format.
 */
@NullMarked
package org.copytaster.formats.json;

import org.jspecify.annotations.NullMarked;
