/**
 * The read side: an API that finds and shows what is stored, and a page for people in a newsroom.
 * It reads the store's tables and asks the broker for lag and dead letters; it writes nothing.
 */
@NullMarked
package org.copytaster.console;

import org.jspecify.annotations.NullMarked;
