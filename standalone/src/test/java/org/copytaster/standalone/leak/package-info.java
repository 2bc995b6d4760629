/** Watches every test of this module for words of the copy where none may stand. */
@NullMarked
package org.copytaster.standalone.leak;

import org.jspecify.annotations.NullMarked;
