package org.copytaster.console.diff;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.copytaster.console.diff.ComparedSentences.Sentence;
import org.copytaster.console.diff.DateChanges.DateChange;
import org.copytaster.console.diff.DateChanges.Dated;
import org.copytaster.console.diff.Edits.Edit;
import org.copytaster.console.diff.FieldChanges.FieldChange;
import org.copytaster.console.diff.FigureChanges.FigureChange;
import org.copytaster.console.diff.NameChanges.NameChange;
import org.copytaster.console.diff.NameChanges.Named;
import org.copytaster.console.diff.SentenceChanges.SentenceChange;
import org.jspecify.annotations.Nullable;

/** Changes as JSON, bounded. */
final class DifferenceJson {

  /** So many changes of each kind are told. */
  static final int MOST = 500;

  /** So many characters of a sentence, or of a field, are told. */
  static final int LONGEST = 2_000;

  private static final String CHANGE = "change";
  private static final String FROM = "from";
  private static final String TO = "to";

  private DifferenceJson() {}

  static void field(FieldChange change, ObjectNode json) {
    json.put("field", change.field());
    if (!change.from().isEmpty()) {
      json.put(FROM, cut(change.from()));
    }
    if (!change.to().isEmpty()) {
      json.put(TO, cut(change.to()));
    }
    edits(change.edits(), json);
  }

  static void sentence(SentenceChange change, ObjectNode json) {
    json.put(CHANGE, kind(change.from(), change.to(), "removed", "added", "changed"));
    sentence(FROM, change.from(), json);
    sentence(TO, change.to(), json);
    edits(change.edits(), json);
  }

  static void name(NameChange change, ObjectNode json) {
    json.put(CHANGE, kind(change.from(), change.to(), "lost", "gained", "renamed"));
    name(FROM, change.from(), json);
    name(TO, change.to(), json);
  }

  static void figure(FigureChange change, ObjectNode json) {
    json.put(CHANGE, kind(change.from(), change.to(), "removed", "added", "changed"));
    if (change.from() != null) {
      json.put(FROM, change.from());
    }
    if (change.to() != null) {
      json.put(TO, change.to());
    }
    if (!change.about().isEmpty()) {
      json.put("about", cut(change.about()));
    }
  }

  static void date(DateChange change, ObjectNode json) {
    json.put(CHANGE, kind(change.from(), change.to(), "removed", "added", "changed"));
    date(FROM, change.from(), json);
    date(TO, change.to(), json);
  }

  private static String kind(
      @Nullable Object from, @Nullable Object to, String gone, String come, String changed) {
    return from == null ? come : to == null ? gone : changed;
  }

  private static void sentence(String name, @Nullable Sentence sentence, ObjectNode json) {
    if (sentence != null) {
      json.putObject(name)
          .put("begin", sentence.begin())
          .put("end", sentence.end())
          .put("text", cut(sentence.text()));
    }
  }

  private static void name(String name, @Nullable Named named, ObjectNode json) {
    if (named != null) {
      json.putObject(name)
          .put("id", named.id())
          .put("name", cut(named.name()))
          .put("type", named.type());
    }
  }

  private static void date(String name, @Nullable Dated dated, ObjectNode json) {
    if (dated != null) {
      var date = json.putObject(name).put("surface", cut(dated.surface()));
      if (!dated.value().isEmpty()) {
        date.put("value", dated.value());
      }
    }
  }

  /** Runs up to the bound; what is behind it is not told. */
  private static void edits(List<Edit> edits, ObjectNode json) {
    if (edits.isEmpty()) {
      return;
    }
    ArrayNode list = json.putArray("edits");
    int room = LONGEST;
    for (var edit : edits) {
      if (room <= 0) {
        return;
      }
      var text = edit.text().length() > room ? cut(edit.text(), room) : edit.text();
      room -= text.length();
      list.addObject().put("op", edit.kind().name().toLowerCase(Locale.ROOT)).put("text", text);
    }
  }

  private static String cut(String text) {
    return cut(text, LONGEST);
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - 1;
    boolean halved = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, Math.max(0, halved ? end - 1 : end)) + "…";
  }
}
