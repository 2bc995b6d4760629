package org.copytaster.ingest.desk;

/**
 * The headers of a record in {@code news.originals}: what was known of the copy beside its bytes.
 */
final class OriginalHeaders {

  static final String MEDIA_TYPE = "copytaster.media-type";
  static final String CHARSET = "copytaster.charset";
  static final String FILE_NAME = "copytaster.file-name";

  /** The format that read it. */
  static final String FORMAT = "copytaster.format";

  /** The format that its source was set up for; none where it was found by looking. */
  static final String SET_FORMAT = "copytaster.set-format";

  static final String ZONE = "copytaster.zone";

  /** What holds where the copy says nothing: language, locale and rights of its source. */
  static final String DEFAULT_LANGUAGE = "copytaster.default-language";

  static final String DEFAULT_LOCALE = "copytaster.default-locale";
  static final String DEFAULT_USAGE_TERMS = "copytaster.default-usage-terms";

  /** Who handed the copy over, if that was proven. */
  static final String SENDER = "copytaster.sender";

  /** How the guids begin that the sender may write, as a JSON array; any where it is missing. */
  static final String SENDER_GUIDS = "copytaster.sender-guids";

  static final String RECEIVED_AT = "copytaster.received-at";

  /** The fields given beside the copy, as a JSON object. */
  static final String GIVEN = "copytaster.given";

  private OriginalHeaders() {}
}
