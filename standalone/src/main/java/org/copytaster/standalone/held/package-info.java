/** What is held, and acts on it, from the command line: over the console's API, as an editor. */
@NullMarked
package org.copytaster.standalone.held;

import org.jspecify.annotations.NullMarked;
