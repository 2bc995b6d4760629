package org.copytaster.tagging.timex.moment;

import java.time.Instant;

/**
 * A moment that a notice names.
 *
 * @param at the moment; where the words have two readings, the later
 * @param begin where its words begin in the folded text
 * @param end where they end, exclusive
 * @param clock whether they name an hour
 */
public record Moment(Instant at, int begin, int end, boolean clock) {}
