package org.copytaster.standalone.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.copytaster.tagging.entity.tag.EntityModel;
import org.copytaster.tagging.entity.train.EntityTrainer.Sentence;
import org.copytaster.tagging.entity.train.EntityTrainer.Terms;
import org.copytaster.tagging.text.Table;

/** What a model of entities learns from: the sets of its list, and our own copy. */
final class TrainingList {

  private TrainingList() {}

  /**
   * Reads all documents, in order.
   *
   * @param directory the tagged sets
   * @param model whose list is read
   * @param read is told the name of each file that has been read
   * @throws IOException if a file is not there or cannot be read; it names the line
   */
  static void read(
      Path directory,
      EntityModel model,
      BiConsumer<List<Sentence>, Terms> documents,
      Consumer<String> read)
      throws IOException {
    for (var row : Table.read(TrainEntitiesCommand.class, model.label() + ".tsv").rows()) {
      var convention = new TrainingFile.Convention(labels(row.get(2)), row.get(3));
      var terms =
          new Terms(
              Integer.parseInt(row.get(1)),
              row.get(4).contains("mapped"),
              row.get(4).contains("without-misc"));
      TrainingFile.read(
          directory.resolve(row.get(0)), convention, document -> documents.accept(document, terms));
      read.accept(row.get(0));
    }
    OwnCopy.read(document -> documents.accept(document, OwnCopy.TERMS));
  }

  private static Map<String, String> labels(String column) {
    var labels = new HashMap<String, String>();
    for (var pair : column.split(" ", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        labels.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    return labels;
  }
}
