package org.copytaster.formats.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.copytaster.formats.text.Mojibake;

/**
 * Undoes what was misread before the source wrote its JSON. Where it was written in escapes, the
 * bytes show nothing of it; it comes to light in the values only.
 */
public final class MisreadTexts {

  private MisreadTexts() {}

  /**
   * Mends the texts in a tree, in place.
   *
   * @param mended says by its name whether the texts of a field are mended; what is inside an
   *     object goes by the name that it has there
   * @return {@code repairs}, and that this was one if any text was mended
   */
  public static List<String> mend(JsonNode root, Predicate<String> mended, List<String> repairs) {
    var all = new ArrayList<>(repairs);
    if (inside(root, true, mended) && !all.contains("mojibake")) {
      all.add("mojibake");
    }
    return all;
  }

  private static boolean inside(JsonNode node, boolean mend, Predicate<String> mended) {
    boolean any = false;
    if (node instanceof ObjectNode object) {
      for (var field : object.properties()) {
        var value = field.getValue();
        boolean wanted = mended.test(field.getKey());
        if (value.isTextual() && wanted) {
          var text = text(value);
          any |= !text.equals(value);
          field.setValue(text);
        } else {
          any |= inside(value, wanted, mended);
        }
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        var value = array.get(i);
        if (value.isTextual() && mend) {
          var text = text(value);
          any |= !text.equals(value);
          array.set(i, text);
        } else {
          any |= inside(value, mend, mended);
        }
      }
    }
    return any;
  }

  /** The same node if nothing was misread. */
  private static JsonNode text(JsonNode value) {
    var before = value.textValue();
    var after = Mojibake.mend(before);
    return before.equals(after) ? value : TextNode.valueOf(after);
  }
}
