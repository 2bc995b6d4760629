/** What enrich counts, as docs/operations.md lists it. */
@NullMarked
package org.copytaster.enrich.metrics;

import org.jspecify.annotations.NullMarked;
