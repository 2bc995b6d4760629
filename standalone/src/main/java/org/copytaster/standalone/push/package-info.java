/** Pushing files to a running ingest from the command line. */
@NullMarked
package org.copytaster.standalone.push;

import org.jspecify.annotations.NullMarked;
