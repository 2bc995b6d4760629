package org.copytaster.tagging.text.train;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.copytaster.tagging.text.Span;
import org.copytaster.tagging.text.Zone;
import org.copytaster.tagging.text.ZoneFit;
import org.copytaster.tagging.text.ZoneLabeler;
import org.copytaster.tagging.text.ZoneLines;
import org.copytaster.tagging.text.ZoneModel;
import org.copytaster.tagging.text.ZoneRules;
import org.copytaster.tagging.text.ZonedSpan;

/**
 * Learns the weights of {@link ZoneModel} from labelled texts: those that make the labels most
 * likely, the smaller the better. Each text is learnt from as it is, with its headline known, and
 * as nothing but its body, since copy comes in all of these forms. The same texts in the same order
 * give the same model, byte by byte.
 */
public final class ZoneTrainer {

  private static final String HEADER =
      """
      # How much each feature of a line speaks for each zone; made by "copytaster train zones" from texts that were
      # written and labelled for Copytaster, Apache-2.0. Columns: feature, %s.
      """;

  private static final int ROUNDS = 250;
  private static final double PENALTY = 1.0;
  private static final double LEAST_WEIGHT = 0.02;

  /** A feature that fewer lines have says more of one text than of the language. */
  private static final int LEAST_LINES = 2;

  /** What a pattern for a whole line, and what a guess, is worth before a text was seen. */
  private static final double TRUST = 4;

  private final ZoneRules rules = ZoneRules.read();
  private final Map<String, Integer> columns = new HashMap<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();

  /** A text as features and labels; a line without features is known. */
  private record Row(List<List<String>> features, List<Integer> zones) {}

  /** Adds a text to learn from. */
  public void add(LabelledText text) {
    add(text.characters(), text.zones(), List.of());
    var headline =
        text.zones().stream().filter(zone -> zone.zone() == Zone.HEADLINE).limit(1).toList();
    if (!headline.isEmpty()) {
      add(text.characters(), text.zones(), headline);
    }
    addOnly(text, Set.of(Zone.BODY));
    addOnly(text, Set.of(Zone.HEADLINE, Zone.BODY));
  }

  private void addOnly(LabelledText text, Set<Zone> kept) {
    var characters = new StringBuilder();
    var zones = new ArrayList<ZonedSpan>();
    for (var zone : text.zones()) {
      if (kept.contains(zone.zone())) {
        int begin = characters.length();
        characters.append(zone.span().surface(text.characters()));
        zones.add(new ZonedSpan(new Span(begin, characters.length()), zone.zone()));
        characters.append("\n\n");
      }
    }
    add(characters.toString(), zones, List.of());
  }

  private void add(String characters, List<ZonedSpan> labels, List<ZonedSpan> known) {
    var lines = ZoneLines.of(characters, known, rules);
    var features = new ArrayList<List<String>>();
    var zones = new ArrayList<Integer>();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.line(i);
      zones.add(most(labels, line.span()));
      var names = line.known() == null ? lines.features(i) : List.<String>of();
      names.forEach(name -> seen.merge(name, 1, Integer::sum));
      features.add(names);
    }
    if (!zones.isEmpty()) {
      rows.add(new Row(features, zones));
    }
  }

  /** The zone that most of a line has. */
  private static int most(List<ZonedSpan> labels, Span line) {
    var lengths = new int[ZoneModel.ZONES.size()];
    for (var label : labels) {
      int shared = Math.min(label.end(), line.end()) - Math.max(label.begin(), line.begin());
      lengths[ZoneModel.ZONES.indexOf(label.zone())] += Math.max(0, shared);
    }
    int most = 0;
    for (int z = 1; z < lengths.length; z++) {
      most = lengths[z] > lengths[most] ? z : most;
    }
    return most;
  }

  /**
   * Learns and writes the model.
   *
   * @throws IOException if it cannot be written
   */
  public void train(Writer out) throws IOException {
    var names = String.join(", ", ZoneModel.ZONES.stream().map(Zone::name).toList());
    out.write(HEADER.formatted(names));
    for (var row : new TreeMap<>(weights()).entrySet()) {
      var line = new StringBuilder(row.getKey());
      for (double weight : row.getValue()) {
        line.append('\t').append(String.format(Locale.ROOT, "%.2f", weight));
      }
      out.write(line.append('\n').toString().replace("-0.00", "0.00"));
    }
  }

  /** A labeller that has learnt from what was added. */
  ZoneLabeler labeler() {
    return new ZoneLabeler(rules, new ZoneModel(weights()));
  }

  private Map<String, double[]> weights() {
    var fit = new ZoneFit(index(), TRUST, PENALTY);
    fit.trust(columns);
    for (int round = 0; round < ROUNDS; round++) {
      fit.step();
    }
    return fit.weights(columns, LEAST_WEIGHT);
  }

  /** The rows with numbers for names; the numbers are those of the sorted names. */
  private List<ZoneFit.Example> index() {
    columns.clear();
    for (var entry : new TreeMap<>(seen).entrySet()) {
      if (entry.getValue() >= LEAST_LINES) {
        columns.put(entry.getKey(), columns.size());
      }
    }
    var examples = new ArrayList<ZoneFit.Example>();
    for (var row : rows) {
      var numbers = new ArrayList<int[]>();
      for (var names : row.features()) {
        numbers.add(names.stream().filter(columns::containsKey).mapToInt(columns::get).toArray());
      }
      examples.add(new ZoneFit.Example(numbers, row.zones()));
    }
    return examples;
  }
}
