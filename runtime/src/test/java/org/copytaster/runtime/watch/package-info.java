/** Tests of the watch over files. */
@NullMarked
package org.copytaster.runtime.watch;

import org.jspecify.annotations.NullMarked;
