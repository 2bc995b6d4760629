/** Tests of the sink on a real broker, registry and store. */
@NullMarked
package org.copytaster.sink;

import org.jspecify.annotations.NullMarked;
