package org.copytaster.tagging.entity;

/** What kind of thing a name stands for. */
public enum EntityType {
  PER,
  ORG,
  LOC,
  MISC
}
