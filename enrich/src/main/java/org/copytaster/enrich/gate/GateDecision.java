package org.copytaster.enrich.gate;

import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.Receipt;

/** What a gate says of an article. */
public sealed interface GateDecision {

  /** The article goes on. */
  record Pass(Article article) implements GateDecision {}

  /** The article goes no further for now; the receipt says why. */
  record Stop(Receipt receipt) implements GateDecision {}
}
