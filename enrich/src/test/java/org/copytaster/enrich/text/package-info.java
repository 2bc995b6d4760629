/** Tests of {@code text}. */
@NullMarked
package org.copytaster.enrich.text;

import org.jspecify.annotations.NullMarked;
