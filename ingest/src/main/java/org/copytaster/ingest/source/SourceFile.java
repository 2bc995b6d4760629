package org.copytaster.ingest.source;

import com.fasterxml.jackson.core.JsonPointer;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.copytaster.formats.copy.Defaults;
import org.copytaster.runtime.Secret;
import org.copytaster.runtime.Settings;
import org.copytaster.runtime.described.DescribedFields;
import org.copytaster.runtime.described.InvalidFileException;
import org.copytaster.runtime.described.KeyHash;
import org.copytaster.runtime.described.SecretReferences;
import org.copytaster.runtime.signed.WebhookSignatures;

/** A source file: what each of its fields may be. */
final class SourceFile {

  /** Every field that a file may have. */
  static final Set<String> FIELDS =
      new TreeSet<>(
          List.of(
              "name",
              "way",
              "directory",
              "url",
              "poll",
              "cursor",
              "cursor-start",
              "authorization",
              "format",
              "zone",
              "locale",
              "language",
              "usage-terms",
              "key",
              "key-hash",
              "webhook-secret",
              "superdesk-secret",
              "client-certificate",
              "guid-prefixes",
              "quota",
              "every",
              "quiet-hours"));

  private static final List<String> FEED_FIELDS =
      List.of("poll", "cursor", "cursor-start", "authorization");

  private static final List<String> CREDENTIALS =
      List.of("key", "key-hash", "webhook-secret", "superdesk-secret", "client-certificate");

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
  private static final Pattern LANGUAGE =
      Pattern.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}");
  private static final Pattern HOURS = Pattern.compile("(\\d\\d:\\d\\d) ?- ?(\\d\\d:\\d\\d)");
  private static final int MOST_PREFIXES = 100;
  private static final int MOST_LIVE = 2;
  private static final int LARGEST_QUOTA = 1_000_000;

  private final DescribedFields fields;
  private final Set<String> formats;
  private final SecretReferences references;

  private SourceFile(byte[] bytes, Set<String> formats, SecretReferences references) {
    this.fields = new DescribedFields(bytes, FIELDS);
    this.formats = formats;
    this.references = references;
  }

  /**
   * The source that {@code bytes} describe.
   *
   * @param formats the names of all formats
   * @throws InvalidFileException with all that is wrong
   */
  static Source parse(byte[] bytes, Set<String> formats, SecretReferences references)
      throws InvalidFileException {
    return new SourceFile(bytes, formats, references).source();
  }

  private Source source() throws InvalidFileException {
    fields.check(); // what is no mapping has no name either, and need not be told so
    var name = fields.read("name", SourceFile::name);
    if (!fields.has("name")) {
      fields.problem("name", "is missing");
    }
    var way = way();
    var source =
        new Source(
            name.orElse("unknown"),
            way,
            fields.read("format", this::format).orElse(null),
            fields.read("zone", SourceFile::zone).orElse(ZoneOffset.UTC),
            new Defaults(
                fields.read("language", SourceFile::language).orElse(null),
                fields.read("locale", SourceFile::locale).orElse(null),
                fields.text("usage-terms").orElse(null)),
            access(),
            fields.all("guid-prefixes", MOST_PREFIXES, prefix -> prefix),
            fields.read("quota", SourceFile::quota).orElse(OptionalInt.empty()),
            new Rhythm(
                fields.read("every", Settings::lengthOf).orElse(null),
                fields.read("quiet-hours", SourceFile::hours).orElse(null)));
    fields.check();
    return source;
  }

  private Way way() {
    var kind = fields.text("way").orElse("http");
    only("directory", kind.equals("folder"), "folder");
    only("url", kind.equals("feed"), "feed");
    optional(FEED_FIELDS, kind, "feed");
    optional(CREDENTIALS, kind, "http");
    Optional<Way> way =
        switch (kind) {
          case "http" -> Optional.of(new Way.Http());
          case "folder" -> fields.read("directory", SourceFile::folder);
          case "feed" -> feed();
          default -> {
            fields.problem("way", "must be http, folder or feed");
            yield Optional.empty();
          }
        };
    return way.orElseGet(Way.Http::new);
  }

  private void optional(List<String> names, String kind, String way) {
    for (var name : names) {
      if (fields.has(name) && !kind.equals(way)) {
        fields.problem(name, "goes with 'way: " + way + "' only");
      }
    }
  }

  private void only(String field, boolean wanted, String way) {
    if (wanted != fields.has(field)) {
      fields.problem(
          wanted ? "way" : field,
          wanted ? way + " needs '" + field + ":'" : "goes with 'way: " + way + "' only");
    }
  }

  private Access access() {
    var keys = new ArrayList<>(fields.all("key-hash", MOST_LIVE, KeyHash::parse));
    keys.addAll(fields.all("key", MOST_LIVE, key -> KeyHash.inMemory(references.resolve(key))));
    return new Access(
        keys,
        fields.all("webhook-secret", MOST_LIVE, this::webhookSecret),
        fields.all("superdesk-secret", MOST_LIVE, references::resolve),
        fields.all("client-certificate", MOST_LIVE, Fingerprint::parse));
  }

  private Secret webhookSecret(String reference) {
    var secret = references.resolve(reference);
    must(
        WebhookSignatures.canSign(secret),
        reference,
        "names a secret that is no Base64 behind whsec_");
    return secret;
  }

  private static String name(String value) {
    return must(
        NAME.matcher(value).matches(),
        value,
        "must be 1 to 40 letters, digits, dots, dashes or underscores");
  }

  private String format(String value) {
    return must(
        formats.contains(value),
        value,
        "is not a format that is known; the nearest one is " + Settings.nearest(value, formats));
  }

  private static ZoneId zone(String value) {
    try {
      return ZoneId.of(value);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "is not a time zone; the nearest one is "
              + Settings.nearest(value, ZoneId.getAvailableZoneIds()),
          e);
    }
  }

  private static String language(String value) {
    return must(
        LANGUAGE.matcher(value).matches(), value, "must be a BCP 47 tag such as en or en-GB");
  }

  private static String locale(String value) {
    return must(
        LANGUAGE.matcher(value).matches() && !Locale.forLanguageTag(value).getCountry().isEmpty(),
        value,
        "must be a BCP 47 tag with a region such as en-GB");
  }

  private static Way folder(String value) {
    try {
      return new Way.Folder(Path.of(value).toAbsolutePath().normalize());
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("is not a path", e);
    }
  }

  private Optional<Way> feed() {
    var cursor = fields.read("cursor", SourceFile::cursor);
    var url = fields.read("url", SourceFile::url);
    if (url.isPresent() && url.get().contains(Way.Feed.CURSOR) && !fields.has("cursor")) {
      fields.problem("url", "holds {cursor}, so 'cursor:' must say where the next one stands");
    }
    var every = fields.read("poll", SourceFile::pause).orElse(Way.Feed.EVERY);
    var start = fields.text("cursor-start").orElse("");
    var authorization = fields.read("authorization", references::resolve).orElse(Secret.NONE);
    return url.map(
        address -> new Way.Feed(address, every, cursor.orElse(null), start, authorization));
  }

  private static Way.Cursor cursor(String value) {
    if (value.equals("link")) {
      return new Way.Cursor.Link();
    }
    must(value.startsWith("/"), value, "must be link, or a JSON pointer such as /meta/next");
    return new Way.Cursor.Pointer(JsonPointer.compile(value));
  }

  private static Duration pause(String value) {
    var pause = Settings.lengthOf(value);
    must(
        pause.compareTo(Duration.ofSeconds(10)) >= 0 && pause.compareTo(Duration.ofDays(1)) <= 0,
        value,
        "must be from 10s to 1d");
    return pause;
  }

  private static String url(String value) {
    var url = URI.create(value.replace(Way.Feed.CURSOR, "0"));
    var scheme = Optional.ofNullable(url.getScheme()).orElse("");
    must(
        (scheme.equals("http") || scheme.equals("https")) && url.getHost() != null,
        value,
        "must be an address of http or https");
    must(url.getUserInfo() == null, value, "must not hold a password");
    return value;
  }

  private static OptionalInt quota(String value) {
    must(
        value.matches("[1-9]\\d{0,6}") && Integer.parseInt(value) <= LARGEST_QUOTA,
        value,
        "must be a whole number of articles a minute from 1 to " + LARGEST_QUOTA);
    return OptionalInt.of(Integer.parseInt(value));
  }

  private static Rhythm.QuietHours hours(String value) {
    var hours = HOURS.matcher(value);
    must(hours.matches(), value, "must be two times of day such as 23:00-05:30");
    try {
      return new Rhythm.QuietHours(
          LocalTime.parse(hours.group(1)), LocalTime.parse(hours.group(2)));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("must be two times of day such as 23:00-05:30", e);
    }
  }

  private static String must(boolean holds, String value, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
    return value;
  }
}
