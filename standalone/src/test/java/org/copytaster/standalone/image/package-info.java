/** Tests of what an image is made of. */
@NullMarked
package org.copytaster.standalone.image;

import org.jspecify.annotations.NullMarked;
