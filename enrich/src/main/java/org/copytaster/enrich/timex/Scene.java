package org.copytaster.enrich.timex;

import org.jspecify.annotations.Nullable;

/**
 * What an expression is reckoned from besides its own words.
 *
 * @param creation the document creation time, or null
 * @param forward whether the sentence looks ahead
 * @param said what the text has spoken of before
 */
record Scene(@Nullable DocumentTime creation, boolean forward, Said said) {}
