/** Makes the models and tables that the engine reads; a running pipeline knows nothing of it. */
@NullMarked
package org.copytaster.tagging.entity.train;

import org.jspecify.annotations.NullMarked;
