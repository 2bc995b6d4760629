/** Copy that only tries the line, pushed through the whole pipeline and measured at each stage. */
@NullMarked
package org.copytaster.standalone.probe;

import org.jspecify.annotations.NullMarked;
