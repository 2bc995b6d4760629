/**
 * How far the readers of the topics are behind, ours and those of subscribers, as the broker knows
 * it: measured beside the readers, so that one that hangs is seen to hang.
 */
@NullMarked
package org.copytaster.console.lag;

import org.jspecify.annotations.NullMarked;
