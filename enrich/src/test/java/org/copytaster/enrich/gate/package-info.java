/** Tests of the gates and of what they keep. */
@NullMarked
package org.copytaster.enrich.gate;

import org.jspecify.annotations.NullMarked;
