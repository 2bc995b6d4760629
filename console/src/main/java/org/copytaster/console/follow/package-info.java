/** Topics that the console reads as they grow, to know what stands on them without a store. */
@NullMarked
package org.copytaster.console.follow;

import org.jspecify.annotations.NullMarked;
