package org.copytaster.ingest.copy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A first look at some copy, by which a format recognises its own. */
public final class Glimpse {

  private static final int LOOKED_AT = 8_192;
  private static final int MOST_KEYS = 500;
  private static final JsonFactory JSON = new JsonFactory();

  /** What may stand before the first element of XML. */
  private static final Pattern ROOT =
      Pattern.compile(
          "\\A\\s*+(?:<\\?.*?\\?>\\s*+|<!--.*?-->\\s*+|<!DOCTYPE[^>\\[]*+(?:\\[.*?\\]\\s*+)?>\\s*+)*+"
              + "<(?:[\\w.-]++:)?+([\\w.-]++)",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private final byte[] bytes;
  private final String text;

  private Glimpse(byte[] bytes, String text) {
    this.bytes = bytes;
    this.text = text;
  }

  /** A look at {@code bytes}, which are not changed. */
  public static Glimpse of(byte[] bytes) {
    int length = Math.min(LOOKED_AT, bytes.length);
    boolean marked = length >= 2 && ((bytes[0] & 0xFF) ^ (bytes[1] & 0xFF)) == (0xFE ^ 0xFF);
    boolean little = marked && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE;
    boolean big = marked && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF;
    if (length > 3 && bytes[0] == '<' && bytes[1] == 0) {
      little = true;
    } else if (length > 3 && bytes[0] == 0 && bytes[1] == '<') {
      big = true;
    }
    var charset = little ? UTF_16LE : big ? UTF_16BE : ISO_8859_1;
    var text = new String(bytes, 0, length, charset);
    return new Glimpse(bytes, text.replaceFirst("^(?:\uFEFF|\u00EF\u00BB\u00BF)", ""));
  }

  /**
   * The beginning, at most {@value #LOOKED_AT} bytes, with all its control characters. Only ASCII
   * is sure to be right.
   */
  public String text() {
    return text;
  }

  /** The name of the first element without its prefix, if this looks like XML. */
  public Optional<String> root() {
    var found = ROOT.matcher(text);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  /**
   * The names of the fields of a JSON object, or of the first object in a JSON list, as far as they
   * can be read; empty if this is no JSON.
   */
  public Set<String> keys() {
    var keys = new LinkedHashSet<String>();
    try (var parser = JSON.createParser(bytes)) {
      var first = parser.nextToken();
      if (first == JsonToken.START_ARRAY) {
        first = parser.nextToken();
      }
      if (first != JsonToken.START_OBJECT) {
        return keys;
      }
      while (keys.size() < MOST_KEYS && parser.nextToken() == JsonToken.FIELD_NAME) {
        keys.add(parser.currentName());
        parser.nextToken();
        parser.skipChildren();
      }
    } catch (IOException e) {
      return keys; // damaged further on: what was seen says enough
    }
    return keys;
  }
}
