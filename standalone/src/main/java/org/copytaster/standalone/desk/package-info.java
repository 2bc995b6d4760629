/** The commands of those on call: where a story is, and the desk of dead letters. */
@NullMarked
package org.copytaster.standalone.desk;

import org.jspecify.annotations.NullMarked;
