package org.copytaster.enrich.entity;

/** What each feature says for each tag, and each tag for the next. */
interface Weights {

  /** Adds what a feature says to the scores of all tags. */
  void add(int feature, float[] scores);

  /** What a tag says for the one behind it. */
  float transition(int first, int second);
}
