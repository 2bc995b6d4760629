/**
 * Makes the model of blocks out of pages with known text; a running pipeline knows nothing of it.
 */
@NullMarked
package org.copytaster.formats.page.train;

import org.jspecify.annotations.NullMarked;
