/**
 * Lengths of time. The clock on the wall says when something happened; it may jump, so nothing that
 * waits may ask it how long that has been.
 */
@NullMarked
package org.copytaster.runtime.time;

import org.jspecify.annotations.NullMarked;
