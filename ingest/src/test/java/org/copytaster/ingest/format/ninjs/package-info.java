/** Tests of the readers. */
@NullMarked
package org.copytaster.ingest.format.ninjs;

import org.jspecify.annotations.NullMarked;
