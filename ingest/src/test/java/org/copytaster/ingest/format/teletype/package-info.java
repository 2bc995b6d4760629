/** Tests of {@code teletype}. */
@NullMarked
package org.copytaster.ingest.format.teletype;

import org.jspecify.annotations.NullMarked;
