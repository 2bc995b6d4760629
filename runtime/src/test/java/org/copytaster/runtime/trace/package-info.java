/** Tests of traces. */
@NullMarked
package org.copytaster.runtime.trace;

import org.jspecify.annotations.NullMarked;
