/** Links an entity to an id: of a house's own lists, of people and organisations, of places. */
@NullMarked
package org.copytaster.tagging.entity.link;

import org.jspecify.annotations.NullMarked;
