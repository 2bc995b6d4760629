/** Tests of the footing: parts that do not answer, disks that run full. */
@NullMarked
package org.copytaster.runtime.health;

import org.jspecify.annotations.NullMarked;
