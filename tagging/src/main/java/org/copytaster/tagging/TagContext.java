package org.copytaster.tagging;

import java.util.List;
import org.copytaster.tagging.text.ZonedSpan;
import org.copytaster.tagging.timex.DateOrder;
import org.copytaster.tagging.timex.creation.CreationFields;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a text besides its characters.
 *
 * @param zones those that are known, as half-open UTF-16 spans; the others are found
 * @param language BCP 47, or null where nobody said
 * @param order in which order day and month stand in figures
 * @param creation what fields say of when the text was written
 */
public record TagContext(
    List<ZonedSpan> zones, @Nullable String language, DateOrder order, CreationFields creation) {

  /** Nothing is known. */
  public static final TagContext NONE = created(null);

  /** With a copy of the list. */
  public TagContext {
    zones = List.copyOf(zones);
  }

  /**
   * Of a text whose creation time is known.
   *
   * @param creationTime ISO 8601 date, or date and time with zone; null takes what the head of the
   *     text says in full, and without that leaves relative time expressions without a value
   */
  public static TagContext created(@Nullable String creationTime) {
    return new TagContext(List.of(), null, DateOrder.UNKNOWN, CreationFields.given(creationTime));
  }

  /** The same with an order of day and month. */
  public TagContext with(DateOrder other) {
    return new TagContext(zones, language, other, creation);
  }
}
