/** Tests of the count that follows the faults: each kind of damage is found. */
@NullMarked
package org.copytaster.benchmarks.faults;

import org.jspecify.annotations.NullMarked;
