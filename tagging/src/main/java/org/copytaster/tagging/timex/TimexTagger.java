package org.copytaster.tagging.timex;

import java.util.List;
import java.util.Set;
import org.copytaster.tagging.text.Text;
import org.jspecify.annotations.Nullable;

/** Finds time expressions. The same text and time give the same answer, always. */
public interface TimexTagger {

  /**
   * The time expressions of a text.
   *
   * @param creation the document creation time, or null where none was accepted; relative
   *     expressions then have no value
   * @return in order, apart from each other, each inside one paragraph
   */
  default List<Timex> tag(Text text, @Nullable DocumentTime creation) {
    return tag(text, creation, DateOrder.UNKNOWN);
  }

  /**
   * The time expressions of a text whose source writes dates in figures in a known order.
   *
   * @param creation the document creation time, or null where none was accepted
   * @param order in which order day and month stand in figures
   * @return as {@link #tag(Text, DocumentTime)}
   */
  List<Timex> tag(Text text, @Nullable DocumentTime creation, DateOrder order);

  /** The languages that it was made for, as ISO 639 codes; it is not asked about others. */
  Set<String> languages();

  /** Name and version of the engine and its rules. */
  String engine();
}
