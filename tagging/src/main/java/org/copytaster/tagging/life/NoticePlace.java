package org.copytaster.tagging.life;

import java.util.Map;
import java.util.Optional;

/** What kind of place a field is; the same words weigh differently in each. */
public enum NoticePlace {
  /** Words to editors: a note, an instruction, a line that names the version. */
  NOTE,
  HEADLINE,
  /** The subject of a mail: a headline that may call an earlier mail back. */
  SUBJECT,
  SLUGLINE,
  /** The text: its first and last lines, and sentences to editors near its head. */
  BODY,
  SUMMARY;

  private static final Map<String, NoticePlace> NAMED =
      Map.of(
          "edNote", NOTE,
          "headline", HEADLINE,
          "slugline", SLUGLINE,
          "body", BODY,
          "mail-subject", SUBJECT,
          "mail-body", BODY,
          "summary", SUMMARY);

  /** The place that labelled notices call so: {@code edNote}, {@code mail-subject} and others. */
  public static Optional<NoticePlace> named(String name) {
    return Optional.ofNullable(NAMED.get(name));
  }
}
