/** Tests of {@code teletype}. */
@NullMarked
package org.copytaster.formats.teletype;

import org.jspecify.annotations.NullMarked;
