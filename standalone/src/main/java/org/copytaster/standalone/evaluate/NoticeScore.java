package org.copytaster.standalone.evaluate;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.copytaster.standalone.evaluate.NoticeEvaluation.Judged;
import org.copytaster.tagging.life.Decision;
import org.jspecify.annotations.Nullable;

/** Counts what was judged rightly of labelled notices. */
final class NoticeScore {

  private static final long MINUTE = 60;

  /** A share: so many of so many. */
  private static final class Share {
    private int hits;
    private int all;

    void add(boolean hit) {
      all++;
      hits += hit ? 1 : 0;
    }

    String row(String name) {
      var percent = Score.twoDigits(100.0 * hits / Math.max(1, all));
      return name + " " + percent + " (" + hits + "/" + all + ")";
    }
  }

  private final Share decision = new Share();
  private final Share missed = new Share();
  private final Share invented = new Share();
  private final Share until = new Share();
  private final Share signal = new Share();
  private final Map<String, Share> languages = new TreeMap<>();

  /** Adds one row. */
  void add(Judged row) {
    var judgement = row.judgement();
    boolean right = judgement.decision().written().equals(row.gold("decision"));
    boolean published = judgement.decision() == Decision.PUBLISH;
    decision.add(right);
    languages.computeIfAbsent(row.gold("language"), language -> new Share()).add(right);
    if (row.gold("decision").equals("publish")) {
      invented.add(!published);
    } else {
      missed.add(published);
    }
    if (right && judgement.decision() == Decision.HOLD_UNTIL) {
      until.add(isTimely(judgement.until(), row.gold("until")));
    }
    signal.add(judgement.signal().written().equals(row.gold("signal")));
  }

  /** Whether two moments are in the same minute or in minutes side by side. */
  private static boolean isTimely(@Nullable Instant found, String gold) {
    try {
      var wanted = Instant.parse(gold);
      return found != null && Math.abs(minute(found) - minute(wanted)) <= 1;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static long minute(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), MINUTE);
  }

  /** The table that is printed. */
  List<String> table() {
    var table = new ArrayList<String>();
    table.add(decision.row("decision"));
    table.add(missed.row("missed"));
    table.add(invented.row("invented"));
    table.add(until.row("until"));
    table.add(signal.row("signal"));
    table.add(
        "decision by language: "
            + languages.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue().hits + "/" + each.getValue().all)
                .collect(Collectors.joining(", ")));
    return table;
  }
}
