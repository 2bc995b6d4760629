/** Tests of {@code format}. */
@NullMarked
package org.copytaster.ingest.format;

import org.jspecify.annotations.NullMarked;
