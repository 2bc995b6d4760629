/** How fast it is: the taggers under JMH, and the whole way under load. */
@NullMarked
package org.copytaster.benchmarks;

import org.jspecify.annotations.NullMarked;
