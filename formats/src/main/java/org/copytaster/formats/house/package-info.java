/** XML that single agencies thought of: each of its own, and each small. */
@NullMarked
package org.copytaster.formats.house;

import org.jspecify.annotations.NullMarked;
