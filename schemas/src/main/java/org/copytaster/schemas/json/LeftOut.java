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

  boolean holds(@Nullable Object value) {
    if (value == null) {
      return this != NOTHING;
    }
    if (value instanceof CharSequence text) {
      return compareTo(EMPTY_TEXT) >= 0 && text.isEmpty();
    }
    if (value instanceof Collection<?> list) {
      return this == EMPTY && list.isEmpty();
    }
    return this == EMPTY && value instanceof Map<?, ?> map && map.isEmpty();
  }
}
