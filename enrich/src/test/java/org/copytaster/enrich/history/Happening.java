package org.copytaster.enrich.history;

import org.copytaster.schemas.record.ActKind;

/** One thing that happens in a history. */
public sealed interface Happening {

  /** A source sends something of one of the stories. */
  record Sends(int story, Copy copy) implements Happening {}

  /** A source sends once more what it sent; counted from the newest, and around. */
  record SendsAgain(int back) implements Happening {}

  /**
   * An editor asks for something to be done with what is held.
   *
   * @param version that is meant; 0 for whichever is held
   * @param seconds until the end that is asked for; of no meaning but to EXTEND
   */
  record Acts(int story, ActKind kind, int version, int seconds) implements Happening {}

  /** Time passes. */
  record Passes(int seconds) implements Happening {}

  /**
   * Enrich works on so many articles, and on all that waits on the lane of kills and among the
   * acts: first, unless the broker hands it over late.
   */
  record Works(int articles, boolean laneFirst) implements Happening {}

  /** What was done is committed. */
  record Commits() implements Happening {}

  /** The instance dies; what was not committed is done again by another one. */
  record Crashes() implements Happening {}

  /** A broker has lost the group's offsets: all is read again from the beginning. */
  record GoesBack() implements Happening {}

  /** From now on nothing can be tagged. */
  record Breaks() implements Happening {}

  /** Now it can again. */
  record Mends() implements Happening {}

  /** Somebody puts the dead letters back. */
  record PutsBack() implements Happening {}

  /** The store takes what is there, so many in one transaction. */
  record Stores(int batch) implements Happening {}
}
