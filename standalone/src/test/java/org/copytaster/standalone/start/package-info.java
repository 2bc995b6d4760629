/** Tests of how a process runs and ends. */
@NullMarked
package org.copytaster.standalone.start;

import org.jspecify.annotations.NullMarked;
