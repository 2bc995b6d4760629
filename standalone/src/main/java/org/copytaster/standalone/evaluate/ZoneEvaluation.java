package org.copytaster.standalone.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.copytaster.tagging.text.ZoneLabeler;
import org.copytaster.tagging.text.train.LabelledText;

/** Labels the texts of a gold standard and scores what comes out. */
final class ZoneEvaluation {

  private final ZoneLabeler labeler = ZoneLabeler.english();

  ZoneScore of(Path gold) throws IOException {
    var score = new ZoneScore();
    for (var text : LabelledText.read(gold)) {
      score.add(text.characters(), text.zones(), labeler.label(text.characters(), List.of()));
    }
    return score;
  }
}
