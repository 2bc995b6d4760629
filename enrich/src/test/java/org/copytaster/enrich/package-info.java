/** Tests of the topology and its gates. */
@NullMarked
package org.copytaster.enrich;

import org.jspecify.annotations.NullMarked;
