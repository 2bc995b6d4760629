/** What integration tests of several modules share: lanes on real parts, samples, a browser. */
@NullMarked
package org.copytaster.parts.testing;

import org.jspecify.annotations.NullMarked;
