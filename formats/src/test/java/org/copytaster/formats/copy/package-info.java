@NullMarked
package org.copytaster.formats.copy;

import org.jspecify.annotations.NullMarked;
