package org.copytaster.schemas.history;

import java.util.function.Function;

/** What a {@link VersionHistory} says of an article that arrives. */
public sealed interface Verdict {

  /** The first version of its guid, one that is higher than all before, or a test of the line. */
  record Newer() implements Verdict {}

  /** The newest version once more, with the same content; it may be the kill once more. */
  record Repeat() implements Verdict {}

  /** The newest version, declared as a later reading of its bytes. */
  record ReadAgain() implements Verdict {}

  /** A kill that counts. */
  record Kill() implements Verdict {}

  /** Nothing that may go on. */
  sealed interface Refused extends Verdict {

    /** Why: a sentence without any of the article's text. */
    String reason();
  }

  /**
   * Older than the newest.
   *
   * @param newest the version that came before it
   */
  record Stale(int newest) implements Refused {
    @Override
    public String reason() {
      return "it is stale: version " + newest + " came before it";
    }
  }

  /**
   * Killed before it arrived.
   *
   * @param upTo the highest version that the kill took
   */
  record Killed(int upTo) implements Refused {
    @Override
    public String reason() {
      return "it was killed, at version " + upTo;
    }
  }

  /** The newest version with other content, and nothing that says why. */
  record Conflict(int version) implements Refused {
    @Override
    public String reason() {
      return "version " + version + " came before it with other content";
    }
  }

  /** The newest version, declared as a reading that is not later than the one that is known. */
  record Superseded(int version) implements Refused {
    @Override
    public String reason() {
      return "version " + version + " was read again later than this reading of it";
    }
  }

  /** Applies the function for this kind of verdict. */
  default <R> R fold(
      Function<Newer, R> newer,
      Function<Repeat, R> repeat,
      Function<ReadAgain, R> readAgain,
      Function<Kill, R> kill,
      Function<Refused, R> refused) {
    if (this instanceof Newer n) {
      return newer.apply(n);
    } else if (this instanceof Repeat r) {
      return repeat.apply(r);
    } else if (this instanceof ReadAgain a) {
      return readAgain.apply(a);
    }
    return this instanceof Kill k ? kill.apply(k) : refused.apply((Refused) this);
  }
}
