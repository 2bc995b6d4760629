/** What ingest counts, as docs/operations.md lists it. */
@NullMarked
package org.copytaster.ingest.metrics;

import org.jspecify.annotations.NullMarked;
