package org.copytaster.formats.json;

import java.util.ArrayDeque;
import java.util.regex.Pattern;

/**
 * Mends JSON that people and templates wrote by hand: quotation marks in texts that were not
 * escaped, commas that are missing, brackets that were never closed, words without quotation marks.
 * Reads the text once. What comes out is a list of all that stood there.
 */
public final class MendedJson {

  /** What may follow the mark that ends a text; another mark is one of the text's own. */
  private static final Pattern AFTER_TEXT =
      Pattern.compile(
          "\\s*+(?::|[}\\]]|,[\\s,]*+(?:[\"{\\[}\\]\\d-]|true|false|null)|$"
              + "|\"[^\"\\n]{1,60}+\"\\s{0,9}:)");

  private static final Pattern PLAIN =
      Pattern.compile("true|false|null|-?\\d{1,18}(?:\\.\\d{1,18})?(?:[eE][+-]?\\d{1,3})?");

  private final String json;
  private final StringBuilder out = new StringBuilder("[");
  private final ArrayDeque<Character> open = new ArrayDeque<>();

  /** A value or the end of one stands last, so that another needs a comma. */
  private boolean closed;

  private MendedJson(String json) {
    this.json = json;
  }

  /** A list of the values in what should have been JSON. */
  public static String of(String json) {
    boolean escaped = json.indexOf('"') < 0 && json.contains("&quot;");
    return new MendedJson(escaped ? json.replace("&quot;", "\"") : json).mended();
  }

  private String mended() {
    for (int at = 0; at < json.length(); ) {
      char character = json.charAt(at);
      if (character == '"') {
        at = text(at + 1);
      } else if (character == '{' || character == '[') {
        separate();
        out.append(character);
        open.push(character == '{' ? '}' : ']');
        closed = false;
        at++;
      } else if (character == '}' || character == ']') {
        close(character);
        at++;
      } else if (character == ',' || character == ':') {
        mark(character);
        at++;
      } else if (Character.isWhitespace(character)) {
        at++;
      } else {
        at = word(at);
      }
    }
    while (!open.isEmpty()) {
      close(open.peek());
    }
    return out.append(']').toString();
  }

  private void separate() {
    if (closed) {
      out.append(',');
    }
    closed = false;
  }

  private void mark(char character) {
    boolean doubled = out.charAt(out.length() - 1) == character;
    if (!doubled && closed) {
      out.append(character);
      closed = false;
    }
  }

  /** Closes what is open inside, too; what was never opened is passed over. */
  private void close(char character) {
    if (!open.contains(character)) {
      return;
    }
    char closing;
    do {
      closing = open.pop();
      if (out.charAt(out.length() - 1) == ',') {
        out.setLength(out.length() - 1);
      } else if (out.charAt(out.length() - 1) == ':') {
        out.append("null");
      }
      out.append(closing);
    } while (closing != character);
    closed = true;
  }

  private int text(int begin) {
    separate();
    out.append('"');
    int at = begin;
    while (at < json.length()) {
      char character = json.charAt(at);
      if (character == '\\' && at + 1 < json.length()) {
        out.append(character).append(json.charAt(at + 1));
        at += 2;
        continue;
      }
      if (character == '"') {
        if (AFTER_TEXT.matcher(json).region(at + 1, json.length()).lookingAt()) {
          break;
        }
        out.append('\\');
      }
      if (character != '\\') {
        out.append(character < ' ' ? ' ' : character);
      }
      at++;
    }
    out.append('"');
    closed = true;
    return at + 1;
  }

  private int word(int begin) {
    int end = begin;
    while (end < json.length()
        && ",:{}[]\"".indexOf(json.charAt(end)) < 0
        && !Character.isWhitespace(json.charAt(end))) {
      end++;
    }
    var word = json.substring(begin, end);
    separate();
    if (PLAIN.matcher(word).matches()) {
      out.append(word);
    } else {
      out.append('"').append(word.replace("\\", "").replaceAll("\\p{Cntrl}", " ")).append('"');
    }
    closed = true;
    return end;
  }
}
