package org.copytaster.tagging.life;

/** What kind of place a field is; the same words weigh differently in each. */
public enum Place {
  /** Words to editors: a note, an instruction, a line that names the version. */
  NOTE,
  HEADLINE,
  /** The subject of a mail: a headline that may call an earlier mail back. */
  SUBJECT,
  SLUGLINE,
  /** The text: its first and last lines, and sentences to editors near its head. */
  BODY,
  SUMMARY
}
