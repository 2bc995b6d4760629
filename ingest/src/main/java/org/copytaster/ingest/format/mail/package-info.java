/** E-mail as newsrooms still send and receive copy: one message, one article. */
@NullMarked
package org.copytaster.ingest.format.mail;

import org.jspecify.annotations.NullMarked;
