/** Tests of the readers. */
@NullMarked
package org.copytaster.formats.agency;

import org.jspecify.annotations.NullMarked;
