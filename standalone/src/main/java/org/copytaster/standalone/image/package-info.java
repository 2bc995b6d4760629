/** What an image of the services is made of. It exists for the Dockerfile alone. */
@NullMarked
package org.copytaster.standalone.image;

import org.jspecify.annotations.NullMarked;
