package org.copytaster.formats;

import org.jspecify.annotations.Nullable;

/**
 * What copy is said to be, by whoever brings it.
 *
 * @param mediaType in lower case and without parameters; empty if none is declared
 * @param fileName a hint, or null
 * @param format the name of the format that its source is set up for, or null
 */
public record Hints(String mediaType, @Nullable String fileName, @Nullable String format) {

  /** Nobody says anything. */
  public static final Hints NONE = new Hints("", null, null);

  /** Copy out of a file. */
  public static Hints file(String name) {
    return new Hints("", name, null);
  }

  /** Copy with a media type, in lower case and without parameters. */
  public static Hints mediaType(String type) {
    return new Hints(type, null, null);
  }
}
