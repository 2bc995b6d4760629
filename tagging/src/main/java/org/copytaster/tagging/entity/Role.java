package org.copytaster.tagging.entity;

/** What an entity is to the article. The list is closed. */
public enum Role {
  /** The article is about it. */
  SUBJECT,
  /** Wrote the article. */
  BYLINE,
  /** Helped to report it. */
  CONTRIBUTOR,
  /** Made its picture. */
  PHOTOGRAPHER,
  /** Sent it, or the picture: an agency or another medium. */
  AGENCY,
  /** The place that the article was filed from. */
  DATELINE_PLACE,
  /** The article says what it said. */
  QUOTED;

  /** Whether who has it made the article and is not what it is about. */
  public boolean staff() {
    return this == BYLINE || this == CONTRIBUTOR || this == PHOTOGRAPHER || this == AGENCY;
  }
}
