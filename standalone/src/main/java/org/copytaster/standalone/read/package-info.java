/** The command {@code read}: what ingest makes of files, without a broker. */
@NullMarked
package org.copytaster.standalone.read;

import org.jspecify.annotations.NullMarked;
