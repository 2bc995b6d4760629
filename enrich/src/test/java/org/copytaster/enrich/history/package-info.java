/** Random histories of one story, and what must come of them. */
@NullMarked
package org.copytaster.enrich.history;

import org.jspecify.annotations.NullMarked;
