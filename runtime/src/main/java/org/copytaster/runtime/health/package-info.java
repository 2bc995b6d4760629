/**
 * Whether a service can do its work now: whether what it stands on answers, and whether its disks
 * have room. Asked from outside of the work itself, which may hang.
 */
@NullMarked
package org.copytaster.runtime.health;

import org.jspecify.annotations.NullMarked;
