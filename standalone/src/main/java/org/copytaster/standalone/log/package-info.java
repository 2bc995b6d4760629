/**
 * How a line of the log is written, whichever library asks for it: see {@code logback-line.xml}.
 */
@NullMarked
package org.copytaster.standalone.log;

import org.jspecify.annotations.NullMarked;
