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

  private static final Map<String, NoticePlace> PLACES =
      Map.of(
          "edNote", NoticePlace.NOTE,
          "usageTerms", NoticePlace.SUMMARY,
          "slugline", NoticePlace.SLUGLINE,
          "headline", NoticePlace.HEADLINE,
          "body", NoticePlace.BODY);

  /** What readers keep under their source's own names. */
  private static final Map<String, NoticePlace> EXTRA =
      Map.ofEntries(
          Map.entry("version-line", NoticePlace.NOTE),
          Map.entry("instruction", NoticePlace.NOTE),
          Map.entry("instructions", NoticePlace.NOTE),
          Map.entry("special_instructions", NoticePlace.NOTE),
          Map.entry("notice", NoticePlace.NOTE),
          Map.entry("AdvisoryLine", NoticePlace.NOTE),
          Map.entry("summary", NoticePlace.SUMMARY),
          Map.entry("abstract", NoticePlace.SUMMARY),
          Map.entry("description", NoticePlace.SUMMARY),
          Map.entry("description_text", NoticePlace.SUMMARY),
          Map.entry("subheadline", NoticePlace.SUMMARY));

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
            boolean subject = place == NoticePlace.HEADLINE && format.equals(MAIL);
            fields.add(new Notice.Field(name, subject ? NoticePlace.SUBJECT : place, text));
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
      fields.add(new Notice.Field(EMBARGOED, NoticePlace.NOTE, "Embargo: " + embargoed));
    }
    return fields;
  }
}
