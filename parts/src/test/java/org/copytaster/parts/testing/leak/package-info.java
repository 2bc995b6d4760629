/** Watches every test of this module for words of the copy where none may stand. */
@NullMarked
package org.copytaster.parts.testing.leak;

import org.jspecify.annotations.NullMarked;
