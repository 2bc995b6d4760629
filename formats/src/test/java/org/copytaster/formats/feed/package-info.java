/** Tests of {@code feed}. */
@NullMarked
package org.copytaster.formats.feed;

import org.jspecify.annotations.NullMarked;
