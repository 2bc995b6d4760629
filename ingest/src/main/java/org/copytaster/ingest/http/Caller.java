package org.copytaster.ingest.http;

import org.copytaster.ingest.source.Source;

/**
 * Who pushes.
 *
 * @param known whether a credential has proven it
 */
record Caller(Source source, boolean known) {}
