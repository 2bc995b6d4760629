package org.copytaster.benchmarks.peers;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.copytaster.benchmarks.peers.Peer.Settings;
import org.copytaster.standalone.evaluate.EntityEvaluation;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line of the comparison. */
@Command(
    name = "peers",
    mixinStandardHelpOptions = true,
    description = "Score and time other taggers beside ours.")
final class Peers {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--lines",
      scope = CommandLine.ScopeType.INHERIT,
      description = "CoreNLP ends a sentence at line ends: always, never, or two (blank lines).")
  private String lines = "two";

  @Option(
      names = "--opennlp",
      paramLabel = "MODEL",
      scope = CommandLine.ScopeType.INHERIT,
      description = "The model of OpenNLP, as train writes it.")
  private Path openNlp = Path.of("benchmarks", "target", "opennlp.bin");

  private Peers() {}

  /** Runs one command; the exit code is 0 if it did what it should. */
  public static void main(String[] arguments) {
    int code =
        new CommandLine(new Peers()).setCaseInsensitiveEnumValuesAllowed(true).execute(arguments);
    System.exit(code);
  }

  private Settings settings() {
    return new Settings(lines, openNlp);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  @Command(description = "Score a peer as \"copytaster evaluate entities\" scores ours.")
  int evaluate(
      @Parameters(paramLabel = "PEER") Peer peer,
      @Parameters(paramLabel = "GOLD") Path gold,
      @Option(names = "--only", split = ",", paramLabel = "TYPE") Set<String> only)
      throws IOException {
    var types = only == null ? new LinkedHashSet<String>() : only;
    EntityEvaluation.table(peer.finder(settings()), gold, types).forEach(out()::println);
    return 0;
  }

  @Command(description = "Write what a peer finds in JSON lines {\"doc\" or \"id\",\"text\"}.")
  int tag(
      @Parameters(paramLabel = "PEER") Peer peer,
      @Parameters(paramLabel = "JSONL") Path in,
      @Parameters(paramLabel = "COLUMNS") Path file)
      throws IOException {
    var mapper = new ObjectMapper();
    try (var lines = Files.newBufferedReader(in);
        var writer = new BufferedWriter(Files.newBufferedWriter(file))) {
      var columns = new TaggedColumns(peer.finder(settings()), writer);
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var article = mapper.readTree(line);
        var id = article.path(article.has("doc") ? "doc" : "id");
        columns.write(id.asText(), article.path("text").asText());
      }
      out().println(columns.report());
    }
    return 0;
  }

  @Command(description = "Train OpenNLP on tagged documents; --opennlp says where it goes.")
  int train(@Parameters(paramLabel = "COLUMNS") Path tagged) throws IOException {
    OpenNlp.train(tagged, openNlp);
    return 0;
  }

  @Command(description = "Print how many articles of 500 words a peer tags in a CPU second.")
  int rate(@Parameters(paramLabel = "PEER") Peer peer) {
    PeerRate.rates(peer.finder(settings())).forEach(line -> out().println(peer + "\t" + line));
    return 0;
  }

  @Command(description = "Print what a peer costs to load, in time and heap.")
  int footprint(@Parameters(paramLabel = "PEER") Peer peer) {
    out().println(peer + "\t" + PeerRate.footprint(() -> peer.finder(settings())));
    return 0;
  }
}
