/** The command that trains the entity model. */
@NullMarked
package org.copytaster.standalone.train;

import org.jspecify.annotations.NullMarked;
