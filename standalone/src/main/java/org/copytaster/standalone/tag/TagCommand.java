package org.copytaster.standalone.tag;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.copytaster.enrich.tag.RecordTagger;
import org.copytaster.enrich.tag.SourceLocales;
import org.copytaster.schemas.json.TagsJson;
import org.copytaster.tagging.entity.encoder.EncoderException;
import org.copytaster.tagging.entity.known.Knowledge;
import org.copytaster.tagging.entity.link.Authority;
import org.copytaster.tagging.entity.link.Linking;
import org.copytaster.tagging.entity.tag.EntityModel;
import org.copytaster.tagging.entity.tag.EntityReader;
import org.copytaster.tagging.timex.DateOrder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tags a text and prints its tags as JSON. */
@Command(
    name = "tag",
    mixinStandardHelpOptions = true,
    description = {
      "Tag a text and print zones, entities and time expressions as JSON.",
      "Offsets are UTF-16; fields without a value are left out. Input and output are UTF-8."
    })
public final class TagCommand implements Callable<Integer> {

  @Option(
      names = "--dct",
      paramLabel = "DATE",
      description =
          "The document creation time, such as 2024-06-19 or 2024-06-19T08:00:00Z."
              + " Without it the one that the head of the text gives in full; else relative time"
              + " expressions have no value.")
  private @Nullable String creationTime;

  @Option(
      names = "--inferred-dct",
      description =
          "Without a document creation time, take one that the text only gives evidence for, such"
              + " as a teaser's date. It is marked as inferred.")
  private boolean inferredToo;

  @Option(
      names = "--locale",
      paramLabel = "LOCALE",
      description =
          "In which locale the text was written, such as en-GB; it says whether 10/11/2024 is in"
              + " November or in October. Without it the month comes first, with less confidence.")
  private @Nullable String locale;

  @Option(
      names = "--authority",
      paramLabel = "DIRECTORY",
      description = "Link entities to the authority lists there, *.tsv, before all others.")
  private @Nullable Path authority;

  @Option(
      names = "--knowledge",
      paramLabel = "FILE",
      description = "A table of your own, made by copytaster knowledge import; may be given often.")
  private List<Path> knowledge = List.of();

  @Option(
      names = "--link-confidence",
      paramLabel = "NUMBER",
      description =
          "Link entities with at least this confidence, from 0 to 1; default ${DEFAULT-VALUE}.")
  private double linkConfidence = Linking.DEFAULT.leastConfidence();

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
      names = "--jsonl",
      description =
          "Read one {\"doc\",\"dct\",\"text\"} a line, print one object a line, in order, on all"
              + " cores.")
  private boolean lines;

  @Option(
      names = "--explain",
      description =
          "Instead of JSON, print one line for each time expression: its value, the rule, the"
              + " anchor and how the value was reckoned from it.")
  private boolean explain;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The text; the standard input if none is named.")
  private @Nullable Path file;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var lists = authority == null ? Authority.NONE : Authority.read(authority);
    var tagging =
        RecordTagger.english(model, reader, TagCommand::without)
            .withInferredCreationTime(inferredToo)
            .withLinking(new Linking(lists, Knowledge.read(knowledge), linkConfidence));
    var order = locale == null ? DateOrder.UNKNOWN : SourceLocales.order(locale);
    var out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
    try (var in = open()) {
      if (lines) {
        new TagLines(tagging, creationTime, order, Runtime.getRuntime().availableProcessors())
            .run(in, out);
      } else {
        tag(tagging, order, in, out);
      }
    } finally {
      out.flush();
    }
    return 0;
  }

  private static void without(EncoderException why) {
    System.err.println("names are read by the perceptron alone: " + why.getMessage());
  }

  private void tag(RecordTagger tagging, DateOrder order, InputStream in, Writer out)
      throws IOException {
    var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    var enriched = tagging.tag(text, creationTime, order);
    out.write(explain ? Explanation.of(enriched) : TagsJson.of(enriched) + "\n");
  }

  private InputStream open() throws IOException {
    if (file == null) {
      return System.in;
    }
    try {
      return new BufferedInputStream(Files.newInputStream(file));
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + file, e);
    }
  }
}
