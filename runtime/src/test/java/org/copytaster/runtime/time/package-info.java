@NullMarked
package org.copytaster.runtime.time;

import org.jspecify.annotations.NullMarked;
