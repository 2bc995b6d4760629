/** Tests of the topology, and of the taggers as enrich puts them together. */
@NullMarked
package org.copytaster.enrich;

import org.jspecify.annotations.NullMarked;
