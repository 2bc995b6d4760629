/** Tests of the readers. */
@NullMarked
package org.copytaster.ingest.format.agency;

import org.jspecify.annotations.NullMarked;
