package org.copytaster.tagging.entity.tag;

import java.util.List;

/** Looks for names in the sentences of a document. */
@FunctionalInterface
interface SentenceReader {

  /**
   * The tags of each sentence.
   *
   * @param sentences the words of the sentences, as {@link ModelTagger#plain} has them
   */
  List<byte[]> tags(List<String[]> sentences);
}
