package org.copytaster.enrich.tag;

import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.copytaster.tagging.timex.DateOrder;
import org.jspecify.annotations.Nullable;

/**
 * In which locale a source writes, where somebody said so. An agency's name does not tell whether
 * its 10/11/2024 is in October or in November, and most copy comes without a region.
 *
 * @param locales BCP 47 tags with a region, by the name of the source
 */
public record SourceLocales(Map<String, String> locales) {

  /** Nobody said anything of any source. */
  public static final SourceLocales NONE = new SourceLocales(Map.of());

  /** With a copy of what it is given. */
  public SourceLocales {
    locales = Map.copyOf(locales);
  }

  /**
   * Reads {@code pa=en-GB,ap=en-US}.
   *
   * @throws IllegalArgumentException if entries are no name and locale with a region, or a source
   *     has two; it names all of them
   */
  public static SourceLocales parse(String entries) {
    var locales = new TreeMap<String, String>();
    var wrong = new ArrayList<String>();
    for (var entry : entries.isBlank() ? List.<String>of() : List.of(entries.split(",", -1))) {
      int equals = entry.indexOf('=');
      var source = equals < 0 ? "" : entry.substring(0, equals).strip();
      var locale = entry.substring(equals + 1).strip();
      if (source.isEmpty() || !hasRegion(locale) || locales.put(source, locale) != null) {
        wrong.add("'" + entry.strip() + "'");
      }
    }
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(
          "must be name=locale, each source once and each locale with a region, such as"
              + " pa=en-GB,ap=en-US, but has "
              + String.join(" and ", wrong));
    }
    return new SourceLocales(locales);
  }

  /**
   * The order of day and month in a locale.
   *
   * @param locale BCP 47 tag with a region
   * @throws IllegalArgumentException if it is none
   */
  public static DateOrder order(String locale) {
    if (!hasRegion(locale)) {
      throw new IllegalArgumentException(
          "\"" + locale + "\" is no locale with a region, such as en-GB");
    }
    return DateOrder.of(locale);
  }

  /**
   * The order in which an article has day and month: that of its source's locale, else that of its
   * own language if that has a region.
   */
  DateOrder order(String source, @Nullable String language) {
    return DateOrder.of(locales.getOrDefault(source, language));
  }

  private static boolean hasRegion(String tag) {
    try {
      var locale = new Locale.Builder().setLanguageTag(tag).build();
      return !locale.getLanguage().isEmpty() && !locale.getCountry().isEmpty();
    } catch (IllformedLocaleException e) {
      return false;
    }
  }
}
