/** E-mail as newsrooms still send and receive copy: one message, one article. */
@NullMarked
package org.copytaster.formats.mail;

import org.jspecify.annotations.NullMarked;
