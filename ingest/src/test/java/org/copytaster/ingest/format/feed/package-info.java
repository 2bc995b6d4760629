/** Tests of {@code feed}. */
@NullMarked
package org.copytaster.ingest.format.feed;

import org.jspecify.annotations.NullMarked;
