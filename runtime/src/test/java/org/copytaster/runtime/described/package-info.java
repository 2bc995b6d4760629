/** Tests of described files. */
@NullMarked
package org.copytaster.runtime.described;

import org.jspecify.annotations.NullMarked;
