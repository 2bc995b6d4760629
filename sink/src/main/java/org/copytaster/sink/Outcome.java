package org.copytaster.sink;

/** What became of an article at the store. */
enum Outcome {
  /** It is the current version now. */
  STORED,
  /** It was the current version already and has been written again. */
  REPEATED,
  /** It is older than the current version or killed; it stands among the versions only. */
  STALE,
  /** It is a kill, and its guid has no text any more. */
  KILLED,
  /** The store cannot hold it; its bytes are a dead letter. */
  REFUSED
}
