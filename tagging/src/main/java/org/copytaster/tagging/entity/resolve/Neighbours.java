package org.copytaster.tagging.entity.resolve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copytaster.tagging.entity.find.Name;
import org.jspecify.annotations.Nullable;

/** The names of a text by the places where they begin and end. */
final class Neighbours {

  private final Map<Integer, Name> byBegin = new HashMap<>();
  private final Map<Integer, Name> byEnd = new HashMap<>();

  Neighbours(List<Name> names) {
    for (var name : names) {
      byBegin.put(name.place().begin(), name);
      byEnd.put(name.place().end(), name);
    }
  }

  /** The name that ends in front of a token, or null. */
  @Nullable Name endingAt(Name.Context context, int token) {
    return token > 0 && token <= context.tokens().size()
        ? byEnd.get(context.tokens().get(token - 1).span().end())
        : null;
  }

  /** The name that begins with a token, or null. */
  @Nullable Name beginningAt(Name.Context context, int token) {
    return token >= 0 && token < context.tokens().size()
        ? byBegin.get(context.tokens().get(token).span().begin())
        : null;
  }
}
