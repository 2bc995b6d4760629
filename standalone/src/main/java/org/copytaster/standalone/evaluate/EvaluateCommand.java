package org.copytaster.standalone.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.copytaster.enrich.Tagging;
import org.copytaster.enrich.entity.EntityModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds the taggers against a gold standard. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = {
      "Tag the texts of a gold standard and print precision, recall and F1.",
      "dates: strict and relaxed spans, type and value, as TempEval-3 counts.",
      "entities: exact span and type, as CoNLL counts.",
      "zones: the characters and the lines that are in the right zone."
    })
public final class EvaluateCommand implements Callable<Integer> {

  enum Kind {
    DATES,
    ENTITIES,
    ZONES
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "dates|entities|zones", description = "What is scored.")
  private Kind kind = Kind.DATES;

  @Parameters(
      index = "1",
      paramLabel = "GOLD",
      description = {
        "JSON lines {\"doc\",\"dct\",\"text\",\"timex\":[{\"start\",\"end\",\"type\",\"value\"}]} or",
        "{\"doc\",\"text\",\"entities\":[{\"start\",\"end\",\"type\"}]}, offsets in code points;",
        "or, for entities, one token a line with its tag in the last column;",
        "for zones, lines of zone, tab and words below a line === NAME for each text."
      })
  private Path gold = Path.of("");

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "TYPE",
      description = "The entity types that count, such as PER,ORG,LOC; all if not given.")
  private Set<String> only = new LinkedHashSet<>();

  @Option(
      names = "--system",
      paramLabel = "FILE",
      description = "Also write what was found, in the form of the gold standard.")
  private @Nullable Path systemFile;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description =
          "The model that finds entities, ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private EntityModel model = EntityModel.NEWS;

  @Override
  public Integer call() throws IOException {
    if (kind == Kind.ZONES) {
      print(new ZoneEvaluation().of(gold).table());
      return 0;
    }
    try (var system = SystemFile.open(systemFile)) {
      var tagging = Tagging.english(model);
      var table =
          kind == Kind.DATES
              ? new DateEvaluation(tagging, system).of(gold).table()
              : new EntityEvaluation(MentionFinder.of(tagging), system).of(gold, only).table();
      print(table);
    }
    return 0;
  }

  private void print(List<String> table) {
    var out = spec.commandLine().getOut();
    table.forEach(out::println);
    out.flush();
  }
}
