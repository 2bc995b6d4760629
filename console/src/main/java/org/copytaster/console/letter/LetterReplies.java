package org.copytaster.console.letter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.copytaster.console.act.Editor;
import org.copytaster.schemas.Wording;
import org.copytaster.schemas.record.LetterStatus;

/**
 * Writes what is told of dead letters: short, plain, and of bytes as text only what can be seen.
 */
final class LetterReplies {

  static final int LONGEST_TEXT = 20_000;
  static final int MOST_HEX = 1_024;

  private static final int MOST_HEADERS = 50;
  private static final int IN_A_ROW = 16;
  private static final int LONGEST_ESCAPE = 12;
  private static final int UNDECODED = 0xFFFD;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private LetterReplies() {}

  static ObjectNode list(LetterList.Part part, Editor editor) {
    var body = JSON.objectNode();
    var groups = body.putArray("groups");
    for (var group : part.groups()) {
      groups
          .addObject()
          .put("from", group.from())
          .put("cause", group.cause())
          .put("reason", group.reason())
          .put("count", group.count())
          .put("oldest", group.oldest().toString())
          .put("newest", group.newest().toString());
    }
    var letters = body.putArray("letters");
    part.entries().forEach(entry -> letters.add(entry(entry)));
    body.put("count", part.count()).put("complete", part.complete());
    if (part.more()) {
      var last = part.entries().get(part.entries().size() - 1);
      body.put("next", LetterQuestion.place(last.line()));
    }
    body.put("editor", editor.name());
    var may = body.putArray("may");
    editor.may().stream().sorted().forEach(right -> may.add(right.written()));
    return body;
  }

  static ObjectNode entry(LetterList.Entry entry) {
    var line = entry.line();
    var node = JSON.objectNode();
    node.put("letter", line.place()).put("time", line.time().toString());
    node.put("from", line.from()).put("cause", line.cause()).put("reason", line.reason());
    if (line.about() != null) {
      node.put("guid", Wording.plain(line.about(), Wording.LONGEST_REASON));
    }
    if (line.version() != null) {
      node.put("version", line.version());
    }
    node.put("bytes", line.bytes()).put("replays", line.replays());
    node.put("state", written(entry.status()));
    var state = entry.state();
    if (state != null) {
      node.put("by", Wording.plain(state.getBy(), Wording.LONGEST_NAME));
      node.put("stateTime", state.getTime().toString());
      if (state.getReason() != null) {
        node.put("why", Wording.plain(state.getReason(), Wording.LONGEST_REASON));
      }
    }
    return node;
  }

  /** With headers, and bytes as text and as hex, as far as people read them. */
  static ObjectNode whole(LetterList.Entry entry, ConsumerRecord<byte[], byte[]> letter) {
    var node = entry(entry);
    var headers = node.putArray("headers");
    int left = MOST_HEADERS;
    for (var header : letter.headers()) {
      if (left-- == 0) {
        break;
      }
      var name = Wording.plain(header.key(), 2 * Wording.LONGEST_NAME);
      headers.addObject().put("name", name).put("value", LetterLine.header(letter, header.key()));
    }
    var value = letter.value();
    node.put("text", text(value)).put("hex", hex(value));
    node.put("textCut", value.length > LONGEST_TEXT).put("hexCut", value.length > MOST_HEX);
    return node;
  }

  static ObjectNode outcome(LetterLine line, LetterDesk.Outcome outcome) {
    var result = outcome.done() ? "done" : outcome.refused() ? "refused" : "repeat";
    return JSON.objectNode()
        .put("id", line.place())
        .put("letter", line.place())
        .put("result", result)
        .put("why", outcome.why())
        .put("state", written(outcome.status()));
  }

  /** Lines stay lines; what cannot be seen is a dot, and nothing of it is markup. */
  static String text(byte[] value) {
    var text = new String(value, 0, Math.min(value.length, LONGEST_TEXT), UTF_8);
    var plain = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              boolean line = c == '\n' || c == '\t';
              var letter = Character.toString(c);
              boolean seen = c != UNDECODED && Wording.plain(letter, LONGEST_ESCAPE).equals(letter);
              plain.appendCodePoint(line || seen ? c : '·');
            });
    return plain.toString();
  }

  /** Rows of an offset, sixteen bytes, and the letters of ASCII among them. */
  static String hex(byte[] value) {
    var rows = new StringBuilder();
    int end = Math.min(value.length, MOST_HEX);
    for (int from = 0; from < end; from += IN_A_ROW) {
      rows.append(String.format(Locale.ROOT, "%06x ", from));
      var seen = new StringBuilder();
      for (int i = from; i < from + IN_A_ROW; i++) {
        rows.append(' ').append(i < end ? HexFormat.of().toHexDigits(value[i]) : "  ");
        if (i < end) {
          seen.append(value[i] >= ' ' && value[i] < 0x7f ? (char) value[i] : '.');
        }
      }
      rows.append("  ").append(seen).append('\n');
    }
    return rows.toString();
  }

  private static String written(LetterStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
