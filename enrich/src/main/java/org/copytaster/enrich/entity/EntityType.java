package org.copytaster.enrich.entity;

/** What kind of thing a name stands for. */
public enum EntityType {
  PER,
  ORG,
  LOC,
  MISC
}
