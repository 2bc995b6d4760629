package org.copytaster.tagging.text;

/** What a stretch of text is. */
public enum Zone {
  /** What an article is called. */
  HEADLINE,
  /** Who wrote it. */
  BYLINE,
  /** Place and date in front of the first paragraph, or in a line of their own. */
  DATELINE,
  /** The running text. */
  BODY,
  /** What a picture shows. */
  CAPTION,
  /** Who made a picture. */
  CREDIT,
  /** Who else reported; these persons are not what the article is about. */
  CONTRIBUTORS,
  /** The summary of another article, with the date of that one. */
  TEASER,
  /** What the page says and not the article: ad labels, buttons, invitations to sign up. */
  FURNITURE;

  /** Whether taggers look at it. */
  public boolean tagged() {
    return this != FURNITURE;
  }
}
