package org.copytaster.enrich.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.copytaster.schemas.json.TagsJson;
import org.copytaster.schemas.record.CreationVerdict;
import org.copytaster.schemas.record.EnrichedArticle;

class RecordTaggerPropertyTest {

  private static final RecordTagger OTHER = RecordTagger.english();

  private static final RecordTagger TAGGING = OneTagging.ENGLISH;

  private record Place(int begin, int end, String surface) {}

  @Property(seed = "7", tries = 500)
  void spansAreInsideInOrderAndSayWhatStandsThere(@ForAll("copy") String text) {
    var enriched = TAGGING.tag(text, "2024-06-19");
    check(text, zones(text, enriched));
    check(text, timexes(enriched));
    check(text, mentions(enriched));
  }

  @Property(seed = "7", tries = 100)
  void sameTextGivesSameTags(@ForAll("copy") String text) {
    var first = TagsJson.of(TAGGING.tag(text, "2024-06-19"));
    assertThat(TagsJson.of(OTHER.tag(text, "2024-06-19"))).isEqualTo(first);
  }

  @Property(seed = "7", tries = 300)
  void ledgerIsBoundedAndAcceptsAtMostOneCreationTime(@ForAll("copy") String text) {
    var ledger = TAGGING.tag(text, null).getDctCandidates();
    assertThat(ledger).hasSizeLessThanOrEqualTo(16);
    assertThat(ledger)
        .filteredOn(candidate -> candidate.getVerdict() == CreationVerdict.ACCEPTED)
        .hasSizeLessThanOrEqualTo(1);
  }

  private static void check(String text, List<Place> places) {
    int end = 0;
    for (var place : places) {
      assertThat(place.begin()).isGreaterThanOrEqualTo(end).isLessThan(place.end());
      assertThat(text.substring(place.begin(), place.end())).isEqualTo(place.surface());
      end = place.end();
    }
  }

  private static List<Place> zones(String text, EnrichedArticle enriched) {
    return enriched.getZones().stream()
        .map(
            zone ->
                new Place(
                    zone.getBegin(), zone.getEnd(), text.substring(zone.getBegin(), zone.getEnd())))
        .toList();
  }

  private static List<Place> timexes(EnrichedArticle enriched) {
    return enriched.getTimexes().stream()
        .map(timex -> new Place(timex.getBegin(), timex.getEnd(), timex.getSurface()))
        .toList();
  }

  private static List<Place> mentions(EnrichedArticle enriched) {
    var places = new ArrayList<Place>();
    for (var entity : enriched.getEntities()) {
      for (var mention : entity.getMentions()) {
        places.add(new Place(mention.getBegin(), mention.getEnd(), mention.getSurface()));
      }
    }
    places.sort((a, b) -> Integer.compare(a.begin(), b.begin()));
    return places;
  }

  @Provide
  Arbitrary<String> copy() {
    var words =
        Arbitraries.of(
            "Putin",
            "Vladimir Putin",
            "Kim Jong Un",
            "U.S.",
            "May",
            "June 19",
            "2024",
            "Tuesday",
            "night",
            "last",
            "two",
            "weeks",
            "ago",
            "the",
            "of",
            "(AP)",
            "—",
            "’s",
            "'s",
            ".",
            "Advertisement",
            "Updated June 19, 2024",
            "\n\n19 June 2024\n\n",
            "6/7/2024",
            "said Wednesday",
            "\n",
            "\n\n",
            "By",
            "President",
            "Ministry",
            "a.m.",
            "12:30",
            "31",
            "February",
            "one thousand",
            "hundred",
            "half",
            "1/2",
            "years",
            "\u00a0",
            "😀",
            "é");
    var anything = Arbitraries.strings().ofMaxLength(12);
    return Arbitraries.frequencyOf(Tuple.of(5, words), Tuple.of(1, anything))
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join(" ", parts));
  }
}
