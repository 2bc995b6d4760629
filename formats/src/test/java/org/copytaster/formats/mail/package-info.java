/** Tests of {@code mail}. */
@NullMarked
package org.copytaster.formats.mail;

import org.jspecify.annotations.NullMarked;
