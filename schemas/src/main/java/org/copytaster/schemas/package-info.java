/**
 * The contract between the services and with everybody outside: which topics there are, what their
 * records and headers look like, and how record values are written and read.
 */
@NullMarked
package org.copytaster.schemas;

import org.jspecify.annotations.NullMarked;
