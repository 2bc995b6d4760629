/** Makes the model of zones out of labelled texts; a running pipeline knows nothing of it. */
@NullMarked
package org.copytaster.tagging.text.train;

import org.jspecify.annotations.NullMarked;
