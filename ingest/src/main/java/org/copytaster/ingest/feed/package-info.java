/** The way in for feeds: asks them when they are due and goes on where it left off. */
@NullMarked
package org.copytaster.ingest.feed;

import org.jspecify.annotations.NullMarked;
