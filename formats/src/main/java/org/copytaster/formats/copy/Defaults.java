package org.copytaster.formats.copy;

import java.util.Locale;
import org.copytaster.schemas.record.Article;
import org.jspecify.annotations.Nullable;

/**
 * What is known of all copy of a source. It fills what an article leaves open, after the reader and
 * whatever the format, and never replaces what the copy says.
 *
 * @param language a BCP 47 tag, or null
 * @param locale a BCP 47 tag with a region, or null; the region says how the source writes dates
 * @param usageTerms the rights, or null
 */
public record Defaults(
    @Nullable String language, @Nullable String locale, @Nullable String usageTerms) {

  /** Nothing is known. */
  public static final Defaults NONE = new Defaults(null, null, null);

  /** Fills in what {@code article} does not say. */
  public void fill(Article.Builder article) {
    var said = article.getLanguage();
    if (said == null) {
      said = language == null ? locale : language;
    }
    article.setLanguage(said == null ? null : withRegion(said));
    if (article.getUsageTerms() == null) {
      article.setUsageTerms(usageTerms);
    }
  }

  /** A bare {@code en} of a source that writes en-GB is en-GB; an en-US stays what it is. */
  private String withRegion(String said) {
    return locale != null && Locale.forLanguageTag(locale).getLanguage().equalsIgnoreCase(said)
        ? locale
        : said;
  }
}
