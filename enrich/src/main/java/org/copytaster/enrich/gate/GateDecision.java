package org.copytaster.enrich.gate;

import org.copytaster.schemas.record.Act;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Audit;
import org.copytaster.schemas.record.HeldState;
import org.copytaster.schemas.record.Receipt;
import org.jspecify.annotations.Nullable;

/** What is said at the gates: of an article, of an act, of what is held. */
public sealed interface GateDecision {

  /** The article goes on. */
  record Pass(Article article) implements GateDecision {}

  /** The article goes no further for now; the receipt says why. */
  record Stop(Receipt receipt) implements GateDecision {}

  /** An editor wants something; the embargo gate takes it, and lets it go no further. */
  record Asked(Act act) implements GateDecision {}

  /** An act was decided on. */
  record Audited(Audit audit) implements GateDecision {}

  /**
   * What is held of a guid has changed.
   *
   * @param state null where nothing is held any more
   */
  record Listed(@Nullable HeldState state) implements GateDecision {}
}
