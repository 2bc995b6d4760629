/** Tests of what ingest counts. */
@NullMarked
package org.copytaster.ingest.metrics;

import org.jspecify.annotations.NullMarked;
