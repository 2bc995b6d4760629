/** Tests of the parts themselves. */
@NullMarked
package org.copytaster.parts;

import org.jspecify.annotations.NullMarked;
