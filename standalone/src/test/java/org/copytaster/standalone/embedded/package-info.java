/** Real parts for tests. */
@NullMarked
package org.copytaster.standalone.embedded;

import org.jspecify.annotations.NullMarked;
