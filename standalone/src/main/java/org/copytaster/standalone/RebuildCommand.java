package org.copytaster.standalone;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.copytaster.enrich.EnrichSettings;
import org.copytaster.enrich.PastEnricher;
import org.copytaster.schemas.record.Article;
import org.copytaster.schemas.record.EnrichedArticle;
import org.copytaster.sink.Rebuild;
import org.copytaster.sink.SinkSettings;
import org.copytaster.standalone.start.AllSettings;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Builds the store again from the topics. */
@Command(
    name = "rebuild",
    mixinStandardHelpOptions = true,
    description = {
      "Build the store again from the topics, into an empty database.",
      "Current versions, recalls and acknowledgements come as they were published;",
      "earlier versions come from news.articles and are tagged again. Nothing is",
      "written to any topic. The settings are those of sink and enrich. All sinks of",
      "this store must be stopped; started afterwards they go on where it ended.",
      "What was broken off goes on with --resume. docs/backup.md has more."
    })
final class RebuildCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @ArgGroup private Start start = new Start();

  @Option(
      names = "--current-only",
      description = "Leave out earlier versions: much faster; --resume adds them later.")
  private boolean currentOnly;

  /** Of these one at most. */
  static final class Start {

    @Option(names = "--clear", description = "Delete all that the store has, then build it again.")
    private boolean clear;

    @Option(
        names = "--resume",
        description = "Go on with a store that has something; what is there stays.")
    private boolean resume;

    private Rebuild.Begin begin() {
      return clear ? Rebuild.Begin.CLEARED : resume ? Rebuild.Begin.RESUMED : Rebuild.Begin.EMPTY;
    }
  }

  @Override
  public Integer call() {
    var environment = System.getenv();
    var sink = AllSettings.read(environment, SinkSettings::read);
    var enrich = AllSettings.read(environment, EnrichSettings::read);
    var rebuild = new Rebuild(sink, Clock.systemUTC(), this::tell);
    var built =
        currentOnly
            ? rebuild.run(start.begin(), past(Optional.empty()))
            : withEarlier(rebuild, enrich);
    spec.commandLine()
        .getOut()
        .printf(
            "%d current records and %d earlier versions stored, %d refused%n",
            built.current(), built.earlier(), built.refused());
    return 0;
  }

  private Rebuild.Built withEarlier(Rebuild rebuild, EnrichSettings settings) {
    try (var enricher = PastEnricher.start(settings, rebuild.clock())) {
      return rebuild.run(start.begin(), past(Optional.of(enricher::enrich)));
    }
  }

  private static Rebuild.Past past(Optional<Function<Article, EnrichedArticle>> tagged) {
    return new Rebuild.Past(PastEnricher.judging(), tagged);
  }

  private void tell(String sentence) {
    var err = spec.commandLine().getErr();
    err.println(sentence);
    err.flush();
  }
}
