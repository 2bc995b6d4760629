package org.copytaster.formats.copy;

import java.util.List;

/**
 * By what a format is known from outside, without a look at the copy.
 *
 * @param name in records, metrics and messages, such as {@code newsml-g2}
 * @param mediaTypes that it reads, in lower case and without parameters
 * @param endings how file names of this format may end, in lower case and with the dot; a hint, no
 *     proof
 */
public record FormatSigns(String name, List<String> mediaTypes, List<String> endings) {

  /** Copies the lists. */
  public FormatSigns {
    mediaTypes = List.copyOf(mediaTypes);
    endings = List.copyOf(endings);
  }

  /** A format of XML that has no media type of its own. */
  public static FormatSigns ofXml(String name) {
    return new FormatSigns(name, List.of("application/xml", "text/xml"), List.of(".xml"));
  }

  /** A format of JSON that has no media type of its own. */
  public static FormatSigns ofJson(String name) {
    return new FormatSigns(name, List.of("application/json"), List.of(".json"));
  }

  /** A format of text that has no media type of its own, and file names of any kind. */
  public static FormatSigns ofText(String name) {
    return new FormatSigns(name, List.of("text/plain"), List.of());
  }
}
