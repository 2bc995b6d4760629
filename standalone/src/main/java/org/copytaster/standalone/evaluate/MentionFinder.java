package org.copytaster.standalone.evaluate;

import java.util.List;
import org.copytaster.enrich.tag.RecordTagger;
import org.copytaster.tagging.entity.EntityType;

/** Finds mentions in a text: the seam behind which our tagger and others are scored alike. */
@FunctionalInterface
public interface MentionFinder {

  /**
   * A mention.
   *
   * @param begin UTF-16 offset of its first character
   * @param end UTF-16 offset behind its last character
   */
  record FoundMention(int begin, int end, EntityType type) {}

  /** The mentions in a text, which do not overlap. */
  List<FoundMention> find(String text);

  /** Our own tagger. */
  static MentionFinder of(RecordTagger tagging) {
    return text ->
        tagging.tag(text, null).getEntities().stream()
            .flatMap(entity -> entity.getMentions().stream())
            .map(
                mention ->
                    new FoundMention(
                        mention.getBegin(),
                        mention.getEnd(),
                        EntityType.valueOf(mention.getType().name())))
            .toList();
  }
}
