/**
 * Tells which names of one text mean the same, who is only its writer, and who matters in it.\n *
 * People are resolved inside one text only.
 */
@NullMarked
package org.copytaster.tagging.entity.resolve;

import org.jspecify.annotations.NullMarked;
