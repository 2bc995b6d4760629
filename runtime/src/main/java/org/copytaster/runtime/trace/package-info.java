/**
 * Traces: what happens to an article in each service, sent as OpenTelemetry's spans to whoever
 * collects them. A span that is under way is a {@link org.copytaster.runtime.trace.TracedStep}
 * here, since a span is a stretch of text in this house. Without an endpoint nothing is recorded or
 * sent.
 */
@NullMarked
package org.copytaster.runtime.trace;

import org.jspecify.annotations.NullMarked;
