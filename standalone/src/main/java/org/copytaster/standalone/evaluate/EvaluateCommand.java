package org.copytaster.standalone.evaluate;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.copytaster.enrich.tag.RecordTagger;
import org.copytaster.standalone.read.FileReadings;
import org.copytaster.tagging.entity.encoder.EncoderException;
import org.copytaster.tagging.entity.tag.EntityModel;
import org.copytaster.tagging.entity.tag.EntityReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
      "zones: the characters and the lines that are in the right zone.",
      "pages: article text, title and day of publication in HTML pages, as Scrapinghub counts.",
      "notices: what copy says of itself, the end of embargoes, and the signal.",
      "wire: every field of wire copy."
    })
public final class EvaluateCommand implements Callable<Integer> {

  enum Kind {
    DATES,
    ENTITIES,
    ZONES,
    PAGES,
    NOTICES,
    WIRE
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "dates|entities|zones|pages|notices|wire",
      description = "What is scored.")
  private Kind kind = Kind.DATES;

  @Parameters(
      index = "1",
      paramLabel = "GOLD",
      description = {
        "JSON lines {\"doc\",\"dct\",\"text\",\"timex\":[{\"start\",\"end\",\"type\",\"value\"}]}"
            + " or",
        "{\"doc\",\"text\",\"entities\":[{\"start\",\"end\",\"type\"}]}, offsets in code points;",
        "or, for entities, one token a line with its tag in the last column;",
        "for zones, lines of zone, tab and words below a line === NAME for each text;",
        "for pages, {\"id\",\"page\",\"gold_text\",\"title\",\"date\"}, page being a file beside GOLD;",
        "for notices, tabs between id, language, place, text, received, zone, decision, until, signal;",
        "for wire, {\"file\",\"articles\":[{FIELD: VALUE}],\"not_text\",\"doubt\",\"lenient\"}, file being",
        "beside GOLD or in the working directory."
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

  @Option(
      names = "--reader",
      paramLabel = "READER",
      description =
          "Who looks for names with it, ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private EntityReader reader = EntityReader.DEFAULT;

  @Option(
      names = "--folds",
      paramLabel = "N",
      description =
          "For pages: train N models on the gold standard, each without the pages that it is scored"
              + " on, instead of scoring the model that comes with the program.")
  private int folds;

  @Option(
      names = "--jsonl",
      description = "For notices: print what was judged, a line of JSON a row, and no score.")
  private boolean lines;

  private final Clock clock = Clock.systemUTC();

  @Override
  public Integer call() throws IOException {
    if (kind == Kind.ZONES) {
      print(new ZoneEvaluation().of(gold).table());
      return 0;
    }
    if (kind == Kind.NOTICES) {
      print(notices());
      return 0;
    }
    if (kind == Kind.WIRE) {
      var readings = new FileReadings("", ZoneOffset.UTC, clock);
      print(new WireEvaluation(readings).of(gold).table());
      return 0;
    }
    if (kind == Kind.PAGES) {
      print(pages());
      return 0;
    }
    try (var system = SystemFile.open(systemFile)) {
      var tagging = RecordTagger.english(model, reader, this::without);
      var table =
          kind == Kind.DATES
              ? new DateEvaluation(tagging, system).of(gold).table()
              : new EntityEvaluation(MentionFinder.of(tagging), system).of(gold, only).table();
      print(table);
    }
    return 0;
  }

  private List<String> notices() throws IOException {
    var judged = new NoticeEvaluation().of(gold);
    if (lines) {
      return judged.stream().map(NoticeEvaluation.Judged::line).toList();
    }
    var score = new NoticeScore();
    judged.forEach(score::add);
    return score.table();
  }

  private List<String> pages() throws IOException {
    if (folds < 0 || folds == 1) {
      throw new ParameterException(spec.commandLine(), "--folds must be 2 or more");
    }
    try (var system =
        systemFile == null ? Writer.nullWriter() : Files.newBufferedWriter(systemFile)) {
      var evaluation = new PageEvaluation(LocalDate.now(clock).plusDays(1), system);
      return (folds == 0 ? evaluation.of(gold) : evaluation.crossValidated(gold, folds)).table();
    }
  }

  /** What is measured must be what was asked for. */
  private void without(EncoderException why) {
    throw new ParameterException(
        spec.commandLine(), "--reader " + reader + " cannot be had: " + why.getMessage(), why);
  }

  private void print(List<String> table) {
    var out = spec.commandLine().getOut();
    table.forEach(out::println);
    out.flush();
  }
}
