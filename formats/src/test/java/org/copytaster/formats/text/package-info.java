/** Tests of {@code text}. */
@NullMarked
package org.copytaster.formats.text;

import org.jspecify.annotations.NullMarked;
