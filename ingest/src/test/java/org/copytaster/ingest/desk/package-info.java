/** Tests of {@code desk}. */
@NullMarked
package org.copytaster.ingest.desk;

import org.jspecify.annotations.NullMarked;
