@NullMarked
package org.copytaster.console.recall;

import org.jspecify.annotations.NullMarked;
