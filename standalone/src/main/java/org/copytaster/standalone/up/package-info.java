/** {@code copytaster up}: everything in one go on one machine, and out again without a trace. */
@NullMarked
package org.copytaster.standalone.up;

import org.jspecify.annotations.NullMarked;
