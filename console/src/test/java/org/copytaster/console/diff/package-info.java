/** Tests of what has changed between two versions. */
@NullMarked
package org.copytaster.console.diff;

import org.jspecify.annotations.NullMarked;
