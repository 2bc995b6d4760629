/**
 * The whole pipeline under load while everything in it is killed, frozen, cut off or filled up in
 * turn, and a count of what was lost, doubled or shown that should not be.
 */
@NullMarked
package org.copytaster.benchmarks.faults;

import org.jspecify.annotations.NullMarked;
