package org.copytaster.ingest.source;

/** What a source does, measured by what is expected of it. */
public enum SourceState {
  /** Never heard, and nothing is expected. */
  UNHEARD,
  /** As expected. */
  LIVELY,
  /** Silent for longer than its rhythm allows. */
  QUIET,
  /** Sends ten times as much as it usually does. */
  HAYWIRE
}
