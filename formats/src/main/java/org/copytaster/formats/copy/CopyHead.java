package org.copytaster.formats.copy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A first look at some copy, by which a format recognises its own. */
public final class CopyHead {

  private static final int LOOKED_AT = 8_192;
  private static final int MOST_KEYS = 500;
  private static final int MOST_NAMES = 100_000;
  private static final int DEEPEST = 4;

  /** Forgives what readers mend, since what is mended must be recognised first. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private static final Pattern JSON_BEGIN = Pattern.compile("\\s*+(?:\\{|\\[\\s*+[{\\[\\]\"])");
  private static final Pattern NAME =
      Pattern.compile("[\"\u201C\u201D]([\\w$]{1,60})[\"\u201C\u201D]\\s{0,20}:");

  /** What may stand before the first element of XML. */
  private static final Pattern ROOT =
      Pattern.compile(
          "\\A\\s*+(?:<\\?.*?\\?>\\s*+|<!--.*?-->\\s*+|<!DOCTYPE[^>\\[]*+(?:\\[.*?\\]\\s*+)?>\\s*+)*+"
              + "<(?:[\\w.-]++:)?+([\\w.-]++)",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private final byte[] bytes;
  private final String text;
  private @Nullable Set<String> paths;
  private boolean broken;

  private CopyHead(byte[] bytes, String text) {
    this.bytes = bytes;
    this.text = text;
  }

  /** A look at {@code bytes}, which are not changed. */
  public static CopyHead of(byte[] bytes) {
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
    return new CopyHead(bytes, text.replaceFirst("^(?:\uFEFF|\u00EF\u00BB\u00BF)", ""));
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
    return paths().stream()
        .filter(path -> path.indexOf('/') < 0)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * The fields of a JSON object and of what is in them, four deep and with slashes between, as far
   * as they can be read: {@code data}, {@code data/item}, {@code data/item/headline}. A list counts
   * as the first of its values.
   */
  public Set<String> paths() {
    if (paths == null) {
      paths = jsonPaths();
    }
    return paths;
  }

  /** Whether this begins as JSON does and breaks before it has said anything. */
  public boolean brokenJson() {
    return JSON_BEGIN.matcher(text).lookingAt() && broken && paths().isEmpty();
  }

  private Set<String> jsonPaths() {
    var found = new LinkedHashSet<String>();
    try (var parser = JSON.createParser(json())) {
      for (int names = 0; found.size() < MOST_KEYS && names < MOST_NAMES; ) {
        var token = parser.nextToken();
        if (token == null) {
          break;
        }
        if (token == JsonToken.FIELD_NAME) {
          names++;
          path(parser.getParsingContext()).ifPresent(found::add);
        }
      }
    } catch (IOException e) {
      broken = true;
      if (JSON_BEGIN.matcher(text).lookingAt()) {
        NAME.matcher(new String(bytes, 0, Math.min(LOOKED_AT, bytes.length), UTF_8))
            .results()
            .limit(MOST_KEYS)
            .forEach(name -> found.add(name.group(1)));
      }
    }
    return found;
  }

  /** Only the names are looked at, and these are ASCII in every charset but UTF-16. */
  private Reader json() {
    boolean wide = bytes.length > 1 && (bytes[0] == 0 || bytes[1] == 0 || bytes[0] == (byte) 0xFE);
    var charset = wide || (bytes.length > 1 && bytes[1] == (byte) 0xFE) ? UTF_16 : ISO_8859_1;
    int mark = text.isEmpty() ? 0 : bytes.length > 2 && bytes[0] == (byte) 0xEF ? 3 : 0;
    return new InputStreamReader(
        new ByteArrayInputStream(bytes, mark, bytes.length - mark), charset);
  }

  private static Optional<String> path(JsonStreamContext innermost) {
    var path = new ArrayDeque<String>();
    for (var at = innermost; at != null && path.size() <= DEEPEST; at = at.getParent()) {
      if (at.inObject()) {
        path.addFirst(at.getCurrentName());
      }
    }
    return path.size() > DEEPEST ? Optional.empty() : Optional.of(String.join("/", path));
  }
}
