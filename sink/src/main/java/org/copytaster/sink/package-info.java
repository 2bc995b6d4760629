/**
 * The consumer loop from {@code news.enriched} to PostgreSQL. It exists so that what the topic says
 * stands in tables exactly once, whatever crashes between the two: the position in the topic is
 * stored in the transaction that stores the articles.
 */
@NullMarked
package org.copytaster.sink;

import org.jspecify.annotations.NullMarked;
