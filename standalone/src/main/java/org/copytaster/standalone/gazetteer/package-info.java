/** The command that makes the linker's table of places from what others publish. */
@NullMarked
package org.copytaster.standalone.gazetteer;

import org.jspecify.annotations.NullMarked;
