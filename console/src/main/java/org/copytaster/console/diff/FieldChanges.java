package org.copytaster.console.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.copytaster.console.diff.Edits.Edit;

/** Fields that say something else now. */
final class FieldChanges {

  /** Known of every version, also where its text is gone. */
  private static final List<String> STATES = List.of("pubStatus", "signal", "corrective");

  private static final List<String> SINGLE = List.of("urgency", "language", "embargoed", "url");

  private static final List<String> WORDED =
      List.of("headline", "slugline", "byline", "dateline", "creditline", "edNote", "usageTerms");

  private FieldChanges() {}

  /**
   * A change.
   *
   * @param from empty where the field said nothing
   * @param to empty where it says nothing now
   * @param edits what became of its words; empty where it has none or did not have any
   */
  record FieldChange(String field, String from, String to, List<Edit> edits) {}

  static List<FieldChange> between(JsonNode before, JsonNode after, boolean whole) {
    var changes = new ArrayList<FieldChange>();
    STATES.forEach(field -> single(field, before, after, changes));
    if (whole) {
      SINGLE.forEach(field -> single(field, before, after, changes));
      for (var field : WORDED) {
        var from = before.path(field).asText("");
        var to = after.path(field).asText("");
        if (!from.equals(to)) {
          boolean both = !from.isEmpty() && !to.isEmpty();
          var edits = both ? Edits.between(from, to) : List.<Edit>of();
          changes.add(new FieldChange(field, from, to, edits));
        }
      }
      subjects(before, after, changes);
    }
    return changes;
  }

  private static void single(
      String field, JsonNode before, JsonNode after, List<FieldChange> changes) {
    var from = before.path(field).asText("");
    var to = after.path(field).asText("");
    if (!from.equals(to)) {
      changes.add(new FieldChange(field, from, to, List.of()));
    }
  }

  /** Only those that came or went, by name. */
  private static void subjects(JsonNode before, JsonNode after, List<FieldChange> changes) {
    var from = names(before);
    var to = names(after);
    var gone = new TreeSet<>(from);
    gone.removeAll(to);
    to.removeAll(from);
    if (!gone.isEmpty() || !to.isEmpty()) {
      changes.add(
          new FieldChange("subjects", String.join(", ", gone), String.join(", ", to), List.of()));
    }
  }

  private static Set<String> names(JsonNode article) {
    var names = new TreeSet<String>();
    for (var subject : article.path("subjects")) {
      var name = subject.path("name").asText("");
      names.add(name.isEmpty() ? subject.path("code").asText("") : name);
    }
    return names;
  }
}
