@NullMarked
package org.copytaster.runtime.log;

import org.jspecify.annotations.NullMarked;
