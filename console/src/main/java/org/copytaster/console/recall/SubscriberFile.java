package org.copytaster.console.recall;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.copytaster.runtime.Secret;
import org.copytaster.runtime.Settings;
import org.copytaster.runtime.described.DescribedFields;
import org.copytaster.runtime.described.InvalidFileException;
import org.copytaster.runtime.described.KeyHash;
import org.copytaster.runtime.described.SecretReferences;
import org.copytaster.runtime.signed.WebhookSignatures;
import org.copytaster.schemas.record.RecallKind;

/** A subscriber file: what each of its fields may be. */
final class SubscriberFile {

  /** Every field that a file may have. */
  static final Set<String> FIELDS =
      new TreeSet<>(
          List.of(
              "name",
              "contact",
              "must-acknowledge-within",
              "key",
              "key-hash",
              "kinds",
              "since",
              "url",
              "webhook-secret"));

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
  private static final int LONGEST_CONTACT = 200;
  private static final int MOST_LIVE = 2;
  private static final Duration USUAL = Duration.ofMinutes(15);
  private static final Duration LONGEST = Duration.ofDays(30);

  private final DescribedFields fields;
  private final SecretReferences references;

  private SubscriberFile(byte[] bytes, SecretReferences references) {
    this.fields = new DescribedFields(bytes, FIELDS);
    this.references = references;
  }

  /**
   * The subscriber that {@code bytes} describe.
   *
   * @throws InvalidFileException with all that is wrong
   */
  static Subscriber parse(byte[] bytes, SecretReferences references) throws InvalidFileException {
    return new SubscriberFile(bytes, references).subscriber();
  }

  private Subscriber subscriber() throws InvalidFileException {
    fields.check(); // what is no mapping has no name either, and need not be told so
    var name = fields.read("name", SubscriberFile::name);
    if (!fields.has("name")) {
      fields.problem("name", "is missing");
    }
    var subscriber =
        new Subscriber(
            name.orElse("unknown"),
            fields.read("contact", SubscriberFile::contact).orElse(""),
            fields.read("must-acknowledge-within", SubscriberFile::within).orElse(USUAL),
            keys(),
            kinds(),
            fields.read("since", SubscriberFile::since).orElse(Instant.EPOCH),
            webhook());
    fields.check();
    return subscriber;
  }

  private List<KeyHash> keys() {
    var keys = new ArrayList<>(fields.all("key-hash", MOST_LIVE, KeyHash::parse));
    keys.addAll(fields.all("key", MOST_LIVE, key -> KeyHash.inMemory(references.resolve(key))));
    return keys;
  }

  private Set<RecallKind> kinds() {
    var every = Subscriber.everyKind();
    var kinds = fields.all("kinds", every.size(), SubscriberFile::kind);
    return kinds.isEmpty() ? every : EnumSet.copyOf(kinds);
  }

  private Optional<Subscriber.Webhook> webhook() {
    var url = fields.read("url", SubscriberFile::url);
    var secrets = fields.all("webhook-secret", MOST_LIVE, this::secret);
    if (fields.has("url") != fields.has("webhook-secret")) {
      fields.problem(
          fields.has("url") ? "url" : "webhook-secret",
          fields.has("url") ? "needs 'webhook-secret:' beside it" : "goes with 'url:' only");
    }
    return url.map(address -> new Subscriber.Webhook(address, secrets));
  }

  private Secret secret(String reference) {
    var secret = references.resolve(reference);
    if (!WebhookSignatures.canSign(secret)) {
      throw new IllegalArgumentException("names a secret that is no Base64 behind whsec_");
    }
    return secret;
  }

  private static String name(String value) {
    must(
        NAME.matcher(value).matches(),
        "must be 1 to 40 letters, digits, dots, dashes or underscores");
    return value;
  }

  private static String contact(String value) {
    must(value.length() <= LONGEST_CONTACT, "must not be longer than 200 characters");
    must(value.chars().noneMatch(Character::isISOControl), "must be one line");
    return value;
  }

  private static Duration within(String value) {
    var within = Settings.lengthOf(value);
    must(
        within.compareTo(Duration.ofSeconds(1)) >= 0 && within.compareTo(LONGEST) <= 0,
        "must be from 1s to 30d");
    return within;
  }

  private static RecallKind kind(String value) {
    return switch (value) {
      case "kill" -> RecallKind.KILL;
      case "hold" -> RecallKind.HOLD;
      case "correction" -> RecallKind.CORRECTION;
      default -> throw new IllegalArgumentException("must be kill, hold or correction");
    };
  }

  private static Instant since(String value) {
    try {
      return value.length() == 10
          ? LocalDate.parse(value).atStartOfDay().toInstant(ZoneOffset.UTC)
          : OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "must be a date such as 2026-03-09 or a time such as 2026-03-09T12:00:00Z", e);
    }
  }

  private static URI url(String value) {
    var url = URI.create(value);
    var scheme = String.valueOf(url.getScheme());
    must(
        (scheme.equals("http") || scheme.equals("https")) && url.getHost() != null,
        "must be an address of http or https");
    must(url.getUserInfo() == null, "must not hold a password");
    must(url.getFragment() == null, "must not hold a fragment");
    return url;
  }

  private static void must(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
