/** The command that finds the articles in HTML pages. */
@NullMarked
package org.copytaster.standalone.extract;

import org.jspecify.annotations.NullMarked;
