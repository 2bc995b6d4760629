package org.copytaster.tagging.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which fields of an article say what becomes of it, and what kind of place each is.
 *
 * @param format the name of the format that it came in
 */
public record LifePlaces(String format) {

  private static final Map<String, Place> PLACES =
      Map.of(
          "edNote", Place.NOTE,
          "usageTerms", Place.SUMMARY,
          "slugline", Place.SLUGLINE,
          "headline", Place.HEADLINE,
          "body", Place.BODY);

  /** What readers keep under their source's own names. */
  private static final Map<String, Place> EXTRA =
      Map.ofEntries(
          Map.entry("version-line", Place.NOTE),
          Map.entry("instruction", Place.NOTE),
          Map.entry("instructions", Place.NOTE),
          Map.entry("special_instructions", Place.NOTE),
          Map.entry("notice", Place.NOTE),
          Map.entry("AdvisoryLine", Place.NOTE),
          Map.entry("summary", Place.SUMMARY),
          Map.entry("abstract", Place.SUMMARY),
          Map.entry("description", Place.SUMMARY),
          Map.entry("description_text", Place.SUMMARY),
          Map.entry("subheadline", Place.SUMMARY));

  private static final String EMBARGOED = "embargoed";
  private static final String MAIL = "email";

  /**
   * The fields that say anything.
   *
   * @param words the values of fields by their names
   * @param extra what fits no field, by its source's name; an embargo that is no time stands there
   */
  public List<Notice.Field> of(Map<String, String> words, Map<String, String> extra) {
    var fields = new ArrayList<Notice.Field>();
    words.forEach(
        (name, text) -> {
          var place = PLACES.get(name);
          if (place != null && !text.isBlank()) {
            boolean subject = place == Place.HEADLINE && format.equals(MAIL);
            fields.add(new Notice.Field(name, subject ? Place.SUBJECT : place, text));
          }
        });
    extra.forEach(
        (name, text) -> {
          var place = EXTRA.get(name);
          if (place != null && !text.isBlank()) {
            fields.add(new Notice.Field(name, place, text));
          }
        });
    var embargoed = extra.getOrDefault(EMBARGOED, "");
    if (!embargoed.isBlank()) {
      fields.add(new Notice.Field(EMBARGOED, Place.NOTE, "Embargo: " + embargoed));
    }
    return fields;
  }
}
