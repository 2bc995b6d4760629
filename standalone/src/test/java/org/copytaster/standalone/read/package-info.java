/** What {@code read} prints. */
@NullMarked
package org.copytaster.standalone.read;

import org.jspecify.annotations.NullMarked;
