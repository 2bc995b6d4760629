/** Commands for a house's authority lists: making one from a vocabulary, and checking them. */
@NullMarked
package org.copytaster.standalone.authority;

import org.jspecify.annotations.NullMarked;
