/**
 * Where a story is: every hop of an article that topics and store know of, in order, without any of
 * its text.
 */
@NullMarked
package org.copytaster.console.where;

import org.jspecify.annotations.NullMarked;
