package org.copytaster.standalone.evaluate;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copytaster.tagging.life.Judgement;
import org.copytaster.tagging.life.LifeReader;
import org.copytaster.tagging.life.Notice;
import org.copytaster.tagging.life.Notice.Said;
import org.copytaster.tagging.life.NoticePlace;
import org.copytaster.tagging.timex.moment.Reception;

/** Judges the rows of labelled notices: each is an article that says this much of itself. */
final class NoticeEvaluation {

  private static final List<String> COLUMNS =
      List.of("id", "language", "place", "text", "received", "zone", "decision", "until", "signal");

  /**
   * A row and what was judged of it.
   *
   * @param gold the columns by name
   */
  record Judged(Map<String, String> gold, Judgement judgement) {

    String gold(String column) {
      return gold.getOrDefault(column, "");
    }

    /** The judgement as a line of JSON. */
    String line() {
      var row = new JsonMapper().createObjectNode();
      var until = judgement.until();
      row.put("id", gold("id"))
          .put("decision", judgement.decision().written())
          .put("until", until == null ? null : until.toString())
          .put("signal", judgement.signal().written());
      return row.toString();
    }
  }

  private final LifeReader reader = LifeReader.read();

  /**
   * Judges all rows of a file.
   *
   * @throws IOException if there is no such file, or a row or a column is not as it must be
   */
  List<Judged> of(Path gold) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(gold);
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + gold, e);
    }
    if (lines.isEmpty()) {
      throw new IOException("the file is empty");
    }
    var names = List.of(lines.get(0).split("\t", -1));
    if (!names.containsAll(COLUMNS)) {
      throw new IOException("the first line must name the columns " + String.join(", ", COLUMNS));
    }
    var judged = new ArrayList<Judged>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        judged.add(judged(names, lines.get(i).split("\t", -1), i + 1));
      }
    }
    return judged;
  }

  private Judged judged(List<String> names, String[] values, int line) throws IOException {
    if (values.length != names.size()) {
      throw new IOException("line " + line + " has " + values.length + " columns");
    }
    var row = new HashMap<String, String>();
    for (int i = 0; i < values.length; i++) {
      row.put(names.get(i), values[i]);
    }
    var name = row.getOrDefault("place", "");
    var place =
        NoticePlace.named(name)
            .orElseThrow(() -> new IOException("line " + line + " has a place that is none"));
    try {
      var reception =
          new Reception(
              Instant.parse(row.getOrDefault("received", "")),
              ZoneId.of(row.getOrDefault("zone", "")));
      var text = row.getOrDefault("text", "").replace("\\n", "\n");
      var field = new Notice.Field(name, place, text);
      return new Judged(row, reader.judge(new Notice(List.of(field), Said.NOTHING, reception)));
    } catch (DateTimeException e) {
      throw new IOException("line " + line + " has a time or a zone that is none", e);
    }
  }
}
