/** Tests of the console on a real store and broker. */
@NullMarked
package org.copytaster.console;

import org.jspecify.annotations.NullMarked;
