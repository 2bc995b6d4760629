package org.copytaster.tagging.timex;

import org.jspecify.annotations.Nullable;

/**
 * What an expression is reckoned from besides its own words.
 *
 * @param creation the document creation time, or null
 * @param around the words around the expression, which tell whether it looks ahead
 * @param discourse what the text has spoken of before
 * @param style how the whole text tells its story
 * @param order in which order its source writes day and month
 */
record ReckoningContext(
    @Nullable DocumentTime creation,
    SurroundingWords around,
    Discourse discourse,
    NarrativeStyle style,
    DateOrder order) {}
