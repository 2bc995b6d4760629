/**
 * The JSON of agencies' own interfaces. Each is near to ninjs: a reader here finds the items, gives
 * their fields ninjs's names, and leaves the rest to the reader of ninjs.
 */
@NullMarked
package org.copytaster.formats.agency;

import org.jspecify.annotations.NullMarked;
