/** Tests of what keeps {@code up} at work. */
@NullMarked
package org.copytaster.standalone.up;

import org.jspecify.annotations.NullMarked;
