/**
 * Feeds for reading machines: RSS 2.0 with its modules and WordPress's export, RSS 1.0, Atom and
 * JSON Feed. Each entry is a reading of its own.
 */
@NullMarked
package org.copytaster.formats.feed;

import org.jspecify.annotations.NullMarked;
