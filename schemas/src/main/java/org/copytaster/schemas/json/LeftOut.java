package org.copytaster.schemas.json;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which values are as good as none, so that their field is not written. Each takes in the last. */
enum LeftOut {
  NOTHING,
  NULL,
  EMPTY_TEXT,
  EMPTY;

  /** Looks at the type only where it matters: that is dear, and asked for every field. */
  boolean holds(@Nullable Object value) {
    return switch (this) {
      case NOTHING -> false;
      case NULL -> value == null;
      case EMPTY_TEXT -> value == null || isEmptyText(value);
      case EMPTY ->
          value == null
              || isEmptyText(value)
              || (value instanceof Collection<?> list && list.isEmpty())
              || (value instanceof Map<?, ?> map && map.isEmpty());
    };
  }

  private static boolean isEmptyText(Object value) {
    return value instanceof CharSequence text && text.isEmpty();
  }
}
