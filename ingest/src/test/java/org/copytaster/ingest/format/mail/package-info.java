/** Tests of {@code mail}. */
@NullMarked
package org.copytaster.ingest.format.mail;

import org.jspecify.annotations.NullMarked;
