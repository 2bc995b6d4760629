@NullMarked
package org.copytaster.standalone.slo;

import org.jspecify.annotations.NullMarked;
