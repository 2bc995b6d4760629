package org.copytaster.console.diff;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.regex.Pattern;

/** A version as the table writes it, with its tags in the text. */
final class MarkedText {

  private static final Pattern MARK =
      Pattern.compile("\\{([^=}]*)=([^}]*)\\}|\\[([^:\\]]*):([^\\]]*)\\]");

  private MarkedText() {}

  static ComparedVersion version(String language, String marked) {
    var tags = JsonNodeFactory.instance.objectNode().put("language", language);
    var entities = tags.putArray("entities");
    var timexes = tags.putArray("timexes");
    var text = new StringBuilder();
    var marks = MARK.matcher(marked.replace("|", "\n\n").replace('/', '\n'));
    while (marks.find()) {
      marks.appendReplacement(text, "");
      int begin = text.length();
      if (marks.group(1) != null) {
        text.append(marks.group(1));
        var timex = timexes.addObject().put("surface", marks.group(1)).put("begin", begin);
        if (!marks.group(2).isEmpty()) {
          timex.put("value", marks.group(2));
        }
      } else {
        text.append(marks.group(3));
        entities.addObject().put("name", marks.group(3)).put("id", marks.group(4)).put("type", "X");
      }
    }
    marks.appendTail(text);
    return new ComparedVersion(JsonNodeFactory.instance.missingNode(), text.toString(), tags);
  }
}
