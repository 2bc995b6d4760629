/** Articles over HTTP: push one, ask for its receipt. What is wrong is said as RFC 9457 has it. */
@NullMarked
package org.copytaster.ingest.http;

import org.jspecify.annotations.NullMarked;
