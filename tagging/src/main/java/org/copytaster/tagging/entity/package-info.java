/** The words of entities: what one is, of which type, where it is named and what is said of it. */
@NullMarked
package org.copytaster.tagging.entity;

import org.jspecify.annotations.NullMarked;
