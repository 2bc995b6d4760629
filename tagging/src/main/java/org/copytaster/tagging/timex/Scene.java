package org.copytaster.tagging.timex;

import org.jspecify.annotations.Nullable;

/**
 * What an expression is reckoned from besides its own words.
 *
 * @param creation the document creation time, or null
 * @param outlook whether the sentence looks ahead
 * @param said what the text has spoken of before
 * @param style how the whole text tells its story
 * @param order in which order its source writes day and month
 */
record Scene(
    @Nullable DocumentTime creation, View outlook, Said said, Style style, DateOrder order) {}
