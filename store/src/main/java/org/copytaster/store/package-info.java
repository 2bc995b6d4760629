/**
 * The store: PostgreSQL, its tables and the way to it. The sink writes through this package and the
 * console reads through it, so that neither has to know the other.
 */
@NullMarked
package org.copytaster.store;

import org.jspecify.annotations.NullMarked;
