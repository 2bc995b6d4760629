@NullMarked
package org.copytaster.enrich.metrics;

import org.jspecify.annotations.NullMarked;
