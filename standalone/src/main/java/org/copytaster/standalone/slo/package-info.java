/**
 * Service level objectives: what is promised, and the rules by which Prometheus tells whether it is
 * kept.
 */
@NullMarked
package org.copytaster.standalone.slo;

import org.jspecify.annotations.NullMarked;
