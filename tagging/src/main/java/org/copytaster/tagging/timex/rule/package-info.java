/**
 * The rules that say what a time expression looks like, their words, and where in a text they
 * match. What an expression means is reckoned elsewhere.
 */
@NullMarked
package org.copytaster.tagging.timex.rule;

import org.jspecify.annotations.NullMarked;
