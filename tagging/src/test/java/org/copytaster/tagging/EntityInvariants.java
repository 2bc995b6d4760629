package org.copytaster.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.copytaster.tagging.entity.Entity;
import org.copytaster.tagging.entity.Mention;
import org.copytaster.tagging.entity.tag.EntityTagger;
import org.copytaster.tagging.entity.tag.ModelTagger;
import org.copytaster.tagging.text.Span;
import org.copytaster.tagging.text.Text;

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

  /** Checks the entities that were found in a text; there may be a million mentions. */
  static void check(Text text, List<Entity> entities) {
    var ids = new HashSet<String>();
    int before = -1;
    var unsound = new ArrayList<Entity>();
    for (var entity : entities) {
      int first = entity.mentions().isEmpty() ? -1 : entity.mentions().get(0).place().begin();
      boolean inOrder = first > before;
      boolean weighed = entity.salience() >= 0 && entity.salience() <= 1;
      boolean named = !entity.identity().name().isBlank() && ids.add(entity.identity().id());
      if (!inOrder || !weighed || !named) {
        unsound.add(entity);
      }
      before = first;
    }
    assertThat(unsound).as("entities without order, weight, name or an id of their own").isEmpty();
    checkMentions(text, entities);
  }

  /** Each is inside one paragraph, none is over another, and each says what stands there. */
  private static void checkMentions(Text text, List<Entity> entities) {
    var mentions =
        entities.stream()
            .flatMap(entity -> entity.mentions().stream())
            .sorted(Comparator.comparingInt(mention -> mention.place().begin()))
            .toList();
    var paragraphs = text.paragraphs().iterator();
    var paragraph = new Span(0, 0);
    int end = 0;
    var unsound = new ArrayList<Mention>();
    for (var mention : mentions) {
      var place = mention.place();
      while (place.begin() >= paragraph.end() && paragraphs.hasNext()) {
        paragraph = paragraphs.next().span();
      }
      boolean inside = place.begin() >= paragraph.begin() && place.end() <= paragraph.end();
      boolean apart = place.begin() >= end && place.end() > place.begin();
      if (!inside || !apart || !mention.surface().equals(place.span().surface(text.characters()))) {
        unsound.add(mention);
      }
      end = place.end();
    }
    assertThat(unsound).as("mentions over a paragraph's end, each other or other words").isEmpty();
  }
}
