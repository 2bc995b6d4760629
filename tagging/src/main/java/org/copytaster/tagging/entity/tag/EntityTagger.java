package org.copytaster.tagging.entity.tag;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.copytaster.tagging.entity.Entity;
import org.copytaster.tagging.entity.link.Linking;
import org.copytaster.tagging.text.Text;
import org.jspecify.annotations.Nullable;

/** Finds entities. The same text gives the same answer, always. */
public interface EntityTagger {

  /**
   * The entities of a text, in the order of their first mentions; mentions do not overlap and are
   * each inside one paragraph.
   */
  List<Entity> tag(Text text);

  /**
   * The same for a text of a day, which helps to tell namesakes apart.
   *
   * @param day the document creation time; null if it is not known
   */
  default List<Entity> tag(Text text, @Nullable LocalDate day) {
    return tag(text);
  }

  /** A tagger that finds the same and links it so; one that links nothing stays what it is. */
  default EntityTagger with(Linking linking) {
    return this;
  }

  /** The languages that it was made for, as ISO 639 codes; it is not asked about others. */
  Set<String> languages();

  /** Name and version of the engine and its word lists. */
  String engine();
}
