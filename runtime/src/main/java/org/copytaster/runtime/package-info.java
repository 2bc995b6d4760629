/**
 * The shell of a process: what every service needs to be configured, started, watched and stopped.
 * It knows no word of news or language; whatever does lives in the service that it belongs to.
 */
@NullMarked
package org.copytaster.runtime;

import org.jspecify.annotations.NullMarked;
