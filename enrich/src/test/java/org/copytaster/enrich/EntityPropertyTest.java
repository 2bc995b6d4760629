package org.copytaster.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.copytaster.enrich.tag.OneTagging;
import org.copytaster.enrich.tag.RecordTagger;
import org.copytaster.schemas.record.Entity;
import org.copytaster.schemas.record.Mention;
import org.copytaster.tagging.text.Text;
import org.copytaster.tagging.text.ZoneLabeler;
import org.copytaster.tagging.text.ZonedSpan;

/** What holds for the entities of any text. */
class EntityPropertyTest {

  private static final RecordTagger TAGGING = OneTagging.ENGLISH;

  private static final RecordTagger OTHER = RecordTagger.english();

  @Property(seed = "7", tries = 300)
  void mentionsAreApartAndSayWhatStandsThere(@ForAll("copy") String text) {
    int end = 0;
    for (var mention : mentions(tagged(text))) {
      assertThat(mention.getBegin()).isGreaterThanOrEqualTo(end).isLessThan(mention.getEnd());
      assertThat(text.substring(mention.getBegin(), mention.getEnd()))
          .isEqualTo(mention.getSurface());
      end = mention.getEnd();
    }
  }

  @Property(seed = "7", tries = 300)
  void mentionIsInsideOneParagraph(@ForAll("copy") String text) {
    var paragraphs = new Text(text, ZoneLabeler.english().label(text, List.of())).paragraphs();
    for (var mention : mentions(tagged(text))) {
      assertThat(paragraphs).anyMatch(paragraph -> covers(paragraph, mention));
    }
  }

  private static boolean covers(ZonedSpan paragraph, Mention mention) {
    return paragraph.begin() <= mention.getBegin()
        && mention.getEnd() <= paragraph.end()
        && paragraph.zone().name().equals(mention.getZone().name());
  }

  @Property(seed = "7", tries = 300)
  void entityIsNamedOnceInTheListAndAtLeastOnceInTheText(@ForAll("copy") String text) {
    var entities = tagged(text);
    assertThat(entities).extracting(Entity::getId).doesNotHaveDuplicates();
    for (var entity : entities) {
      assertThat(entity.getMentions()).isNotEmpty();
      assertThat(entity.getName()).isNotBlank();
      assertThat(entity.getSalience()).isBetween(0.0, 1.0);
      assertThat(entity.getRoles()).doesNotHaveDuplicates();
    }
  }

  @Property(seed = "7", tries = 300)
  void attributePointsAtWordsOfTheText(@ForAll("copy") String text) {
    for (var entity : tagged(text)) {
      assertThat(entity.getAttributes()).hasSizeLessThanOrEqualTo(16);
      for (var attribute : entity.getAttributes()) {
        assertThat(attribute.getBegin()).isNotNegative().isLessThan(attribute.getEnd());
        assertThat(attribute.getEnd()).isLessThanOrEqualTo(text.length());
        assertThat(attribute.getValue()).isNotBlank();
      }
    }
  }

  @Property(seed = "7", tries = 30)
  void orderInWhichArticlesAreTaggedDoesNotMatter(
      @ForAll("articles") List<String> articles, @ForAll Random random) {
    Map<String, List<Entity>> first = new HashMap<>();
    articles.forEach(article -> first.put(article, tagged(article)));
    var shuffled = new ArrayList<>(articles);
    Collections.shuffle(shuffled, random);
    for (var article : shuffled) {
      assertThat(OTHER.tag(article, null).getEntities()).isEqualTo(first.get(article));
    }
  }

  @Property(seed = "7", tries = 50)
  void personHasOneIdInAllArticles(@ForAll("copy") String before) {
    var alone = id("The envoy met Ulla Hartwig and the mayor in the harbour.");
    var again = id(before + "\n\nThe envoy met Ulla Hartwig and the mayor in the harbour.");
    assertThat(again).isEqualTo(alone);
  }

  private static String id(String text) {
    return TAGGING.tag(text, null).getEntities().stream()
        .filter(entity -> entity.getName().equals("Ulla Hartwig"))
        .map(Entity::getId)
        .findFirst()
        .orElse("no such person");
  }

  private static List<Entity> tagged(String text) {
    return TAGGING.tag(text, null).getEntities();
  }

  private static List<Mention> mentions(List<Entity> entities) {
    var mentions = new ArrayList<Mention>();
    entities.forEach(entity -> mentions.addAll(entity.getMentions()));
    mentions.sort((a, b) -> Integer.compare(a.getBegin(), b.getBegin()));
    return mentions;
  }

  @Provide
  Arbitrary<List<String>> articles() {
    return copy().list().ofMinSize(2).ofMaxSize(4);
  }

  /** Pieces of copy that resolution has rules for, in any order, with noise between. */
  @Provide
  Arbitrary<String> copy() {
    var pieces =
        Arbitraries.of(
            "Kim Jong Un",
            "Kim",
            "Kim Yo Jong,",
            "his sister,",
            "Russian President",
            "Vladimir Putin",
            "Putin",
            "Vladimir Vladimirovich",
            "Mrs. Marsh",
            "Helen Marsh, 45,",
            "Bill Marsh (51)",
            "the mayor of Harwick,",
            "Robert \"Bob\" Ellery Jr.",
            "J.R. Holloway",
            "the World Health Organization",
            "(WHO)",
            "the WHO",
            "Siemens AG",
            "Siemens",
            "Paris,",
            "Texas,",
            "Springfield, Ill.,",
            "North Korea",
            "South Korea",
            "the North",
            "the South",
            "Washington said",
            "talks between Moscow and Kyiv",
            "said",
            "told reporters",
            "of the",
            "and",
            ", respectively.",
            "reported from Hanoi and Seoul",
            "\n\nBy Ida Moe\n\n",
            "\n\nAssociated Press writers Ghosal and Kim reported from Hanoi and Seoul,"
                + " respectively.\n\n",
            "\n\nPARIS, Texas (AP) _ ",
            "\n\n(AP Photo/Ida Moe)\n\n",
            "“No,”",
            "``",
            "''",
            ".",
            ",",
            "(",
            ")",
            "\n",
            "\n\n",
            "PUTIN",
            "The committee of the town met on Monday.");
    var anything = Arbitraries.strings().ofMaxLength(8);
    return Arbitraries.frequencyOf(Tuple.of(8, pieces), Tuple.of(1, anything))
        .list()
        .ofMaxSize(30)
        .map(parts -> "The ministers met in the town. " + String.join(" ", parts));
  }
}
