package org.copytaster.formats.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.copytaster.formats.copy.Copy;
import org.copytaster.formats.copy.UnreadableCopyException;

/**
 * Copy in JSON as a tree. What is not valid JSON is mended if it is one of the ways in which
 * newsroom systems break it, and each of these that was needed is flagged.
 *
 * @param root the outermost value
 * @param repairs what was mended, beginning with what was wrong with the bytes
 */
public record JsonCopy(JsonNode root, List<String> repairs) {

  /** In characters. Mending reads copy several times, which must not take long. */
  private static final int LARGEST_MENDED = 4_000_000;

  /** An article is known by these as they are written. */
  private static final Set<String> IDENTITIES =
      Set.of("uri", "guid", "urn", "uuid", "href", "url", "itemid");

  /** Copies the list. */
  public JsonCopy {
    repairs = List.copyOf(repairs);
  }

  /**
   * Reads copy as JSON.
   *
   * @throws UnreadableCopyException with line and column, if it cannot be read as such even after
   *     mending, or if an object has a field twice
   */
  public static JsonCopy read(Copy copy) throws UnreadableCopyException {
    var decoded = copy.decodedAsUtf8(false); // RFC 8259, section 8.1
    var text = decoded.text().strip();
    try {
      return unmisread(LenientJson.strict(text), decoded.repairs());
    } catch (JsonProcessingException e) {
      refuseWhatIsUnsafe(e);
      if (text.length() > LARGEST_MENDED) {
        throw new UnreadableCopyException(
            "",
            "is not valid JSON" + at(e) + ", and more than 4 million characters are not mended");
      }
      return mended(text, decoded.repairs(), e);
    }
  }

  private static JsonCopy unmisread(JsonNode root, List<String> repairs) {
    return new JsonCopy(root, MisreadTexts.mend(root, name -> !IDENTITIES.contains(name), repairs));
  }

  private static JsonCopy mended(String text, List<String> before, JsonProcessingException first)
      throws UnreadableCopyException {
    var repairs = new ArrayList<>(before);
    var mended = JsonMending.of(text, repairs);
    try {
      return unmisread(lenient(mended, repairs), repairs);
    } catch (JsonProcessingException e) {
      refuseWhatIsUnsafe(e);
    }
    try {
      var quoted = JsonMending.quotes(mended);
      var root = lenient(quoted, repairs);
      repairs.add("json:curly-quotes");
      return unmisread(root, repairs);
    } catch (JsonProcessingException e) {
      refuseWhatIsUnsafe(e);
      throw new UnreadableCopyException("", "is not valid JSON" + at(first));
    }
  }

  /** Reads with every leniency, then flags those without which it could not be read. */
  private static JsonNode lenient(String text, List<String> repairs)
      throws JsonProcessingException {
    var root = LenientJson.without(text, null);
    for (var leniency : LenientJson.FLAGS.entrySet()) {
      if (!readable(text, leniency.getKey())) {
        repairs.add(leniency.getValue());
      }
    }
    return root;
  }

  private static boolean readable(String text, JsonReadFeature without) {
    try {
      LenientJson.without(text, without);
      return true;
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  /** Which of two values of a field is meant, nobody can know; and a bomb is no damage. */
  private static void refuseWhatIsUnsafe(JsonProcessingException e) throws UnreadableCopyException {
    if (e.getOriginalMessage().startsWith("Duplicate field")) {
      throw new UnreadableCopyException("", "has a field twice" + at(e));
    }
    if (e instanceof StreamConstraintsException) {
      throw new UnreadableCopyException(
          "", "is nested too deeply or has a number too long" + at(e));
    }
  }

  /** Says where, but nothing of what stands there. */
  private static String at(JsonProcessingException e) {
    var where = e.getLocation();
    return where == null ? "" : " at line " + where.getLineNr() + ", column " + where.getColumnNr();
  }
}
