/** Articles as files in a directory. */
@NullMarked
package org.copytaster.ingest.file;

import org.jspecify.annotations.NullMarked;
