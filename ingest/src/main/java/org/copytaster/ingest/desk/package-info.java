/**
 * The desk: the one place where every source hands over. It checks an article, recognises a repeat,
 * publishes, and answers only after the broker has acknowledged.
 */
@NullMarked
package org.copytaster.ingest.desk;

import org.jspecify.annotations.NullMarked;
