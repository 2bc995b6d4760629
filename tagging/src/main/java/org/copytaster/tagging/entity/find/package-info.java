/** Finds names in a text and tells their types, with the model and the lists that it takes. */
@NullMarked
package org.copytaster.tagging.entity.find;

import org.jspecify.annotations.NullMarked;
