package org.copytaster.enrich.timex;

import java.util.List;
import org.copytaster.enrich.text.Text;
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
  List<Timex> tag(Text text, @Nullable DocumentTime creation);

  /** Name and version of the engine and its rules. */
  String engine();
}
