/** Tests of {@code format}. */
@NullMarked
package org.copytaster.formats;

import org.jspecify.annotations.NullMarked;
