package org.copytaster.benchmarks.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.copytaster.enrich.tag.RecordTagger;
import org.copytaster.standalone.evaluate.MentionFinder;

/** The taggers that are compared. */
enum Peer {
  /** Ours. */
  COPYTASTER {
    @Override
    MentionFinder finder(Settings settings) {
      return MentionFinder.of(RecordTagger.english());
    }
  },
  /** Ours with nothing but zones and entities. */
  ENTITIES {
    @Override
    MentionFinder finder(Settings settings) {
      return new OwnEntities();
    }
  },
  CORENLP {
    @Override
    MentionFinder finder(Settings settings) {
      return CoreNlp.threeModels(settings.lines());
    }
  },
  /** CoreNLP with one of its three models. */
  CORENLP_CONLL {
    @Override
    MentionFinder finder(Settings settings) {
      return CoreNlp.oneModel(settings.lines());
    }
  },
  OPENNLP {
    @Override
    MentionFinder finder(Settings settings) {
      try {
        return OpenNlp.read(settings.openNlp());
      } catch (IOException e) {
        throw new UncheckedIOException("no model of OpenNLP; make it with: peers train", e);
      }
    }
  };

  /**
   * What some of them want to know.
   *
   * @param lines whether CoreNLP ends a sentence at the end of a line: always, never, two
   * @param openNlp where OpenNLP's model is
   */
  record Settings(String lines, Path openNlp) {}

  abstract MentionFinder finder(Settings settings);
}
