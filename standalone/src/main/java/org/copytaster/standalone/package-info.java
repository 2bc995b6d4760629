/** The command line: one small class a command, and what several of them need to start services. */
@NullMarked
package org.copytaster.standalone;

import org.jspecify.annotations.NullMarked;
