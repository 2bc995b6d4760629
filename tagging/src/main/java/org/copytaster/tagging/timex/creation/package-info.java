/**
 * Finds out when a text was written: a ledger of every time that fields, dateline, stamps, address
 * and page name, each with its verdict. Relative time expressions are reckoned from the one that is
 * accepted.
 */
@NullMarked
package org.copytaster.tagging.timex.creation;

import org.jspecify.annotations.NullMarked;
