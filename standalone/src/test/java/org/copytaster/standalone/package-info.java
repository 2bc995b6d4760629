/** Tests of the whole on real parts. */
@NullMarked
package org.copytaster.standalone;

import org.jspecify.annotations.NullMarked;
