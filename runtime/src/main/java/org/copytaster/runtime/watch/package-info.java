/** Files that operators change while a service runs: each change is taken without a restart. */
@NullMarked
package org.copytaster.runtime.watch;

import org.jspecify.annotations.NullMarked;
