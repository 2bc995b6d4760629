/** The engine that finds, resolves and links the entities of a text. */
@NullMarked
package org.copytaster.tagging.entity.tag;

import org.jspecify.annotations.NullMarked;
