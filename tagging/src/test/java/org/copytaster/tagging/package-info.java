/** Tests of {@code text}. */
@NullMarked
package org.copytaster.tagging;

import org.jspecify.annotations.NullMarked;
