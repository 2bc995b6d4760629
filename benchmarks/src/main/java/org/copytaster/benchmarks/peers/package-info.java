/**
 * Other taggers beside ours: CoreNLP and OpenNLP, behind one seam, scored by one scorer and timed
 * on the same articles. They are built in the Maven profile {@code peers} only and never shipped.
 */
@NullMarked
package org.copytaster.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
