/** The command that tags a text, or a stream of texts, without any broker. */
@NullMarked
package org.copytaster.standalone.tag;

import org.jspecify.annotations.NullMarked;
