/** Tests of ingest on a real broker and registry. */
@NullMarked
package org.copytaster.ingest;

import org.jspecify.annotations.NullMarked;
