@NullMarked
package org.copytaster.runtime.signed;

import org.jspecify.annotations.NullMarked;
