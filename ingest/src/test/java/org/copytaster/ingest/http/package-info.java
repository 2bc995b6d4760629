/** Tests of {@code http}. */
@NullMarked
package org.copytaster.ingest.http;

import org.jspecify.annotations.NullMarked;
