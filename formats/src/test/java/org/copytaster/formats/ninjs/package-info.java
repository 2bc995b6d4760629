/** Tests of the readers. */
@NullMarked
package org.copytaster.formats.ninjs;

import org.jspecify.annotations.NullMarked;
