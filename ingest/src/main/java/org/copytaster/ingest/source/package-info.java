/**
 * Who sends copy and what is known of each: a directory of files, one a source, that is read at the
 * start and again when it changes.
 */
@NullMarked
package org.copytaster.ingest.source;

import org.jspecify.annotations.NullMarked;
