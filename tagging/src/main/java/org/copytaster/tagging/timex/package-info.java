/**
 * Finds what a text says about time and gives it TIMEX3 values. Relative expressions are reckoned
 * from the document creation time and from nothing else: without it they keep no value, so that the
 * answer is the same whenever the question is asked.
 */
@NullMarked
package org.copytaster.tagging.timex;

import org.jspecify.annotations.NullMarked;
