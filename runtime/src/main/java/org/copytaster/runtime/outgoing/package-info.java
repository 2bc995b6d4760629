/** What is called from here, and what must not be: hosts that only this house can reach. */
@NullMarked
package org.copytaster.runtime.outgoing;

import org.jspecify.annotations.NullMarked;
