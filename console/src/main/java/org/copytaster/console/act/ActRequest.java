package org.copytaster.console.act;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import org.copytaster.schemas.Wording;
import org.copytaster.schemas.record.Act;
import org.copytaster.schemas.record.ActKind;
import org.jspecify.annotations.Nullable;

/** What a request asks for, read from its body: no more than an act has. */
final class ActRequest {

  static final int LARGEST = 16 * 1024;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final Set<String> FIELDS = Set.of("until", "reason", "version");
  private static final Instant LAST = Instant.parse("2199-12-31T23:59:59Z");
  private static final int ID_BYTES = 16;
  private static final int LONGEST_KEY = 200;

  private ActRequest() {}

  /**
   * The act that is asked for.
   *
   * @param asked with all but what the body says
   * @param body JSON, or nothing
   * @throws RefusedException with what is wrong
   */
  static Act read(Act asked, byte[] body) throws RefusedException {
    var fields = body.length == 0 ? JSON.createObjectNode() : tree(body);
    if (!fields.isObject()) {
      throw new RefusedException(400, "the body must be an object of JSON");
    }
    for (var names = fields.fieldNames(); names.hasNext(); ) {
      if (!FIELDS.contains(names.next())) {
        throw new RefusedException(400, "the body may have until, reason and version, no more");
      }
    }
    return Act.newBuilder(asked)
        .setVersion(version(fields.path("version")))
        .setUntil(until(fields.path("until"), asked.getKind() == ActKind.EXTEND))
        .setReason(reason(fields.path("reason")))
        .build();
  }

  private static JsonNode tree(byte[] body) throws RefusedException {
    try {
      return Objects.requireNonNullElse(JSON.readTree(body), JSON.nullNode());
    } catch (IOException e) {
      throw new RefusedException(400, "the body is not valid JSON");
    }
  }

  private static @Nullable Integer version(JsonNode field) throws RefusedException {
    if (field.isMissingNode() || field.isNull()) {
      return null;
    }
    if (!field.canConvertToInt() || !field.isIntegralNumber()) {
      throw RefusedException.bad("version", "must be a whole number");
    }
    return field.intValue();
  }

  private static @Nullable Instant until(JsonNode field, boolean needed) throws RefusedException {
    if (field.isMissingNode() || field.isNull()) {
      if (needed) {
        throw RefusedException.bad("until", "is missing; it is the new end of the embargo");
      }
      return null;
    }
    if (!needed) {
      throw RefusedException.bad("until", "goes with extend only");
    }
    try {
      var until = OffsetDateTime.parse(field.textValue() == null ? "" : field.textValue());
      if (until.toInstant().isBefore(Instant.EPOCH) || until.toInstant().isAfter(LAST)) {
        throw RefusedException.bad("until", "must be from 1970 to 2199");
      }
      return Instant.ofEpochMilli(until.toInstant().toEpochMilli());
    } catch (DateTimeException e) {
      throw RefusedException.bad(
          "until", "must be a time with its zone, such as 2026-11-23T12:00:00Z");
    }
  }

  private static @Nullable String reason(JsonNode field) throws RefusedException {
    if (field.isMissingNode() || field.isNull()) {
      return null;
    }
    if (!field.isTextual() || field.textValue().length() > Wording.LONGEST_REASON) {
      throw RefusedException.bad(
          "reason", "must be a text of at most " + Wording.LONGEST_REASON + " characters");
    }
    var reason = Wording.plain(field.textValue().strip(), Wording.LONGEST_REASON);
    return reason.isEmpty() ? null : reason;
  }

  /**
   * The id of an act: with a key the same one for the same editor, article and key.
   *
   * @param key what the client sent as Idempotency-Key; null for none
   * @throws RefusedException if the key is too long
   */
  static String id(String editor, String guid, @Nullable String key) throws RefusedException {
    var id = new byte[ID_BYTES];
    if (key == null) {
      new SecureRandom().nextBytes(id);
    } else if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw RefusedException.bad(
          "Idempotency-Key", "must have 1 to " + LONGEST_KEY + " characters");
    } else {
      var said = String.join("\n", editor, guid, key);
      System.arraycopy(sha256().digest(said.getBytes(UTF_8)), 0, id, 0, ID_BYTES);
    }
    return "act-" + HexFormat.of().formatHex(id);
  }

  /** Whether two acts under one id ask for the same. */
  static boolean same(Act one, Act other) {
    return one.getKind() == other.getKind()
        && one.getGuid().equals(other.getGuid())
        && Objects.equals(one.getVersion(), other.getVersion())
        && Objects.equals(one.getUntil(), other.getUntil());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
