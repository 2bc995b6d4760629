package org.copytaster.formats.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Jackson, strict or with the leniencies that copy needs, always with bounds. */
final class LenientJson {

  /** Each leniency with the repair that it makes. */
  static final Map<JsonReadFeature, String> FLAGS =
      Map.of(
          JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, "json:control-characters",
          JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER, "json:escapes",
          JsonReadFeature.ALLOW_TRAILING_COMMA, "json:trailing-comma",
          JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS, "json:not-a-number");

  private static final int DEEPEST = 64;
  private static final int LONGEST_NUMBER = 1_000;
  private static final ObjectReader STRICT = reader(JsonMapper.builder(factory()));

  private LenientJson() {}

  static JsonNode strict(String text) throws JsonProcessingException {
    return STRICT.readTree(text);
  }

  /** Reads with every leniency but one. */
  static JsonNode without(String text, @Nullable JsonReadFeature feature)
      throws JsonProcessingException {
    var builder = JsonMapper.builder(factory());
    FLAGS.keySet().forEach(builder::enable);
    if (feature != null) {
      builder.disable(feature);
    }
    return reader(builder).readTree(text);
  }

  private static ObjectReader reader(JsonMapper.Builder builder) {
    return builder
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build()
        .reader();
  }

  private static JsonFactory factory() {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxNumberLength(LONGEST_NUMBER)
                .maxStringLength(Integer.MAX_VALUE)
                .build())
        .build();
  }
}
