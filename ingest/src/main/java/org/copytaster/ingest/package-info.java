/**
 * The way in: sources (HTTP, a drop folder) hand copy to a format's reader and the article to the
 * desk, which publishes it. See {@link org.copytaster.ingest.Ingest}.
 */
@NullMarked
package org.copytaster.ingest;

import org.jspecify.annotations.NullMarked;
