package org.copytaster.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.copytaster.enrich.entity.Entity;
import org.copytaster.enrich.entity.EntityTagger;
import org.copytaster.enrich.entity.Mention;
import org.copytaster.enrich.entity.ModelTagger;
import org.copytaster.enrich.text.Text;

/** What holds of the entities of any text whatever. */
final class EntityInvariants {

  private static final EntityTagger TAGGER = ModelTagger.english();

  private EntityInvariants() {}

  /** Tags a text, checks what was found and returns it. */
  static List<Entity> tagged(Text text) {
    var entities = TAGGER.tag(text);
    assertThat(TAGGER.tag(text)).isEqualTo(entities);
    check(text, entities);
    return entities;
  }

  /** Checks the entities that were found in a text. */
  static void check(Text text, List<Entity> entities) {
    assertThat(entities).extracting(entity -> entity.identity().id()).doesNotHaveDuplicates();
    int before = -1;
    for (var entity : entities) {
      assertThat(entity.mentions()).as("mentions of %s", entity.identity()).isNotEmpty();
      assertThat(entity.identity().name()).as("name of %s", entity.identity()).isNotBlank();
      assertThat(entity.salience()).as("salience of %s", entity.identity()).isBetween(0.0, 1.0);
      int first = entity.mentions().get(0).place().begin();
      assertThat(first).as("first mention of %s", entity.identity()).isGreaterThan(before);
      before = first;
    }
    checkMentions(text, entities);
  }

  /** Each inside one paragraph and none over another. */
  private static void checkMentions(Text text, List<Entity> entities) {
    var mentions =
        entities.stream()
            .flatMap(entity -> entity.mentions().stream())
            .sorted(Comparator.comparingInt(mention -> mention.place().begin()))
            .toList();
    var paragraphs = text.paragraphs().iterator();
    int end = 0;
    int paragraphEnd = 0;
    int paragraphBegin = 0;
    for (Mention mention : mentions) {
      var place = mention.place();
      while (place.begin() >= paragraphEnd && paragraphs.hasNext()) {
        var paragraph = paragraphs.next();
        paragraphBegin = paragraph.begin();
        paragraphEnd = paragraph.end();
      }
      assertThat(place.begin()).as("begin of %s", mention).isGreaterThanOrEqualTo(end);
      assertThat(place.begin()).as("begin of %s", mention).isGreaterThanOrEqualTo(paragraphBegin);
      assertThat(place.end()).as("end of %s", mention).isGreaterThan(place.begin());
      assertThat(place.end()).as("end of %s", mention).isLessThanOrEqualTo(paragraphEnd);
      assertThat(mention.surface())
          .isEqualTo(text.characters().substring(place.begin(), place.end()));
      end = place.end();
    }
  }
}
