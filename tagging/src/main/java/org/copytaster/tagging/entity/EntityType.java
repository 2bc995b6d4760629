package org.copytaster.tagging.entity;

/** What kind of thing a name stands for. */
public enum EntityType {
  /** A person. */
  PER,
  /** An organisation. */
  ORG,
  /** A place. */
  LOC,
  /** Another thing with a name: an event, a work, a people. */
  MISC
}
