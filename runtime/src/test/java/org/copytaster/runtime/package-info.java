/** Tests of the shell of a process. */
@NullMarked
package org.copytaster.runtime;

import org.jspecify.annotations.NullMarked;
