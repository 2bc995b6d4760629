/** Tests of {@code text}. */
@NullMarked
package org.copytaster.ingest.text;

import org.jspecify.annotations.NullMarked;
