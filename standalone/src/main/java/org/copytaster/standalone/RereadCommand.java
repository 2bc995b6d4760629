package org.copytaster.standalone;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.copytaster.ingest.desk.Reread;
import org.copytaster.runtime.KafkaSettings;
import org.copytaster.standalone.start.AllSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads the kept originals again with the readers of today. */
@Command(
    name = "reread",
    mixinStandardHelpOptions = true,
    description = {
      "Read all copy that is kept in news.originals again, as a better reader would. An article",
      "that comes out otherwise than it was published goes into the slow lane under the same guid",
      "and version, declared as read again: it takes the place of the old reading. Versions that",
      "are not the newest or were killed stay as they are, and what the desk had refused stays",
      "refused; something new comes only of dead letters that were replayed. Each one that",
      "changed, is new, is refused or cannot be read is listed: its outcome, source, guid and",
      "version, and the reason."
    })
final class RereadCommand implements Callable<Integer> {

  private static final int BETWEEN_NEWS = 10_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--dry-run", description = "List what would change and publish nothing.")
  private boolean dryRun;

  @Option(names = "--source", paramLabel = "NAME", description = "Only copy of this source.")
  private @Nullable String source;

  private final Map<Reread.Outcome, Integer> counts = new EnumMap<>(Reread.Outcome.class);
  private int seen;

  @Override
  public Integer call() {
    var kafka = AllSettings.read(System.getenv(), KafkaSettings::read);
    new Reread(kafka, dryRun, Clock.systemUTC())
        .run(name -> source == null || source.equals(name), this::tell);
    var out = spec.commandLine().getOut();
    out.println(summary() + (dryRun ? " (nothing was published)" : ""));
    out.flush();
    return 0;
  }

  private void tell(Reread.Report told) {
    counts.merge(told.outcome(), 1, Integer::sum);
    PrintWriter out = spec.commandLine().getOut();
    if (told.outcome() != Reread.Outcome.SAME && told.outcome() != Reread.Outcome.NOT_TEXT) {
      var name = told.article().isEmpty() ? "original " + told.original() : told.article();
      var detail = told.detail().isEmpty() ? "" : ": " + told.detail();
      out.printf("%-10s %s  %s%s%n", told.outcome(), told.source(), name, detail);
    }
    if (++seen % BETWEEN_NEWS == 0) {
      spec.commandLine().getErr().println(seen + " read so far");
    }
  }

  private String summary() {
    var text = new StringBuilder().append(seen).append(" read");
    counts.forEach(
        (outcome, count) ->
            text.append(", ")
                .append(count)
                .append(' ')
                .append(outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    return text.toString();
  }
}
