package org.copytaster.benchmarks;

import java.time.LocalDate;
import java.util.List;
import org.copytaster.tagging.text.Text;
import org.copytaster.tagging.text.ZoneLabeler;
import org.copytaster.tagging.timex.DocumentTime;

/** A story whose zones are known, so that nothing but the tagger is measured. */
record ZonedArticle(Text text, DocumentTime creation) {

  static ZonedArticle of(Texts.Story story) {
    var characters = story.headline() + "\n\n" + story.body();
    var text = new Text(characters, ZoneLabeler.english().label(characters, List.of()));
    return new ZonedArticle(text, DocumentTime.of(LocalDate.parse(story.date())));
  }

  /** The stories that have little in common. */
  static List<ZonedArticle> mixed() {
    return Texts.mixed().stream().map(ZonedArticle::of).toList();
  }
}
